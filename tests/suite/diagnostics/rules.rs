//! Rules: their levels, and what is allowed at one place.

use crate::site_test::site;

#[test]
fn a_rule_weighs_what_the_owner_says() {
    site(
        "
//- content/pages/plain.md
---
title: The register
---
See [the register](http://register.example/).
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ note[http-link]: the address begins with `http:`
",
    )
    .reports();
    site(
        "
//- content/site.yaml
name: Sister Cities
home: home
rules: { http-link: error }
//- content/pages/error.md
---
title: The register
---
See [the register](http://register.example/).
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[http-link]: the address begins with `http:`
",
    )
    .reports();
    let off = site(
        "
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
rules: { http-link: off }
//- content/pages/off.md
---
title: The register
---
See [the register](http://register.example/).
",
    );
    assert_eq!(off.drawn(), "");
    off.builds();
}

#[test]
fn a_level_that_is_none_and_a_rule_that_is_none() {
    let test = site(
        "
//- content/site.yaml
name: Sister Cities
home: home
rules:
  http-lnk: off
# ^^^^^^^^ error[unknown-key]: no rule is called `http-lnk`
  unknown-key: warning
# ^^^^^^^^^^^ error[unknown-key]: `unknown-key` is a mistake and not a rule
  http-link: warnin
#            ^^^^^^ error[unknown-value]: `warnin` is not a level
  idle-allowance: loud
#                 ^^^^ error[unknown-value]: `loud` is not a level
",
    );
    test.reports();
    let drawn = test.drawn();
    assert!(drawn.contains("did you mean `http-link`?"), "{drawn}");
    assert!(drawn.contains("did you mean `warning`?"), "{drawn}");
}

#[test]
fn a_rule_is_lifted_where_a_reason_stands() {
    let test = site(
        "
//- content/site.yaml
name: Sister Cities
home: home
rules: { http-link: warning }
//- content/pages/allowed.md
---
title: The register
---
<!-- allow http-link: the register's computer knows no other address -->
See [the register](http://register.example/)
and [its map](http://map.example/).

- [A second list](http://list.example/) <!-- allow http-link: it moves in May -->
- [A third list](http://third.example/)
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[http-link]: the address begins with `http:`

<!-- allow http-link: both lists move in May -->
- [A second list](http://list.example/)

  With [a map](http://map.example/).
- [A third list](http://third.example/)
",
    );
    test.reports();
}

#[test]
fn an_allowance_needs_a_rule_and_a_reason() {
    site(
        "
//- content/pages/allowed.md
---
# allow http-lnk: a slip of the hand
#       ^^^^^^^^ error[bad-allowance]: no rule is called `http-lnk`
title: The register
---
<!-- allow http-link -->
#          ^^^^^^^^^ error[bad-allowance]: nothing says why `http-link` is allowed here
See [the register](http://register.example/).

Words. <!-- allow unknown-key: no -->
#                 ^^^^^^^^^^^ error[bad-allowance]: `unknown-key` is a mistake and no rule

<!-- allow the committee to read this first -->
Words.
",
    )
    .reports();
}

#[test]
fn an_allowance_that_lifts_nothing_is_idle() {
    site(
        "
//- content/pages/allowed.md
---
title: The register # allow http-link: there is none here
#                           ^^^^^^^^^ warning[idle-allowance]: `http-link` finds nothing here that this allows
---
<!-- allow http-link: there was one once -->
#          ^^^^^^^^^ warning[idle-allowance]: `http-link` finds nothing here that this allows

See [the register](https://register.example/).

```
<!-- allow http-link: this only shows how it is done -->
```
",
    )
    .builds();
    site(
        "
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
rules: { http-link: off }
//- content/pages/allowed.md
---
title: The register
---
<!-- allow http-link: the register's computer knows no other address -->
See [the register](http://register.example/).

<!-- allow http-link: whether it is idle, nobody has looked -->
Words.
",
    )
    .builds();
}
