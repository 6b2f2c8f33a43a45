//! Lists in the order of time.

use super::programme;

#[test]
fn one_entry_out_of_place() {
    programme(
        "
- Harbour: May 1990
- Treaty: June 1991
- Bridge: August 1993
# ^^^^^^^^^^^^^^^^^^^ warning[list-order]: the list is in the order of time, but `1993-08` stands before `1992-04`
- Library: April 1992
- Park: 1995

1. 2001: the first journey
#  ^^^^^^^^^^^^^^^^^^^^^^^ warning[list-order]: the list is in the order of time, but `2001` stands before `1999`
2. 1999: the second journey, which was longer
3. 2004: the third
4. 2006: the last
",
    )
    .reports();
}

#[test]
fn lists_in_order_or_in_no_order_of_time() {
    programme(
        "
- Harbour: May 1990
- Treaty: 1990
- Bridge: June 1991
- Library: August 1993

Latest first:

- Harbour: May 1999
- Treaty: 1998
- Bridge: June 1991
- Library: August 1983

By name:

- Bridge: June 1991
- Harbour: May 1990
- Library: August 1993
- Treaty: 1995

As they come:

- Treaty: 1995
- Bridge: June 1991
- Library: August 1993
- Harbour: May 1990

Three only:

- Treaty: 1995
- Bridge: June 1999
- Library: August 1997
",
    )
    .builds();
}
