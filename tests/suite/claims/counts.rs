//! Numbers that somebody has typed.

use super::programme;

#[test]
fn a_number_that_the_records_do_not_have() {
    programme(
        "
Home has nine sister cities in five countries.
#        ^^^^^^^^^^^^^^^^^^ warning[count-disagrees]: the text says `nine sister cities`, but the records count 6
#                              ^^^^^^^^^^^^^^ warning[count-disagrees]: the text says `five countries`, but the records count 4

We have established eight sister-city relationships since 1982.
#                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[count-disagrees]: the text says `eight sister-city relationships`, but the records count 6

Home has five sister cities with active relationships, and we have 4 other official sister cities
#        ^^^^^^^^^^^^^^^^^^ warning[count-disagrees]: the text says `five sister cities`, but the records count 4
#                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[count-disagrees]: the text says `4 other official sister cities`, but the records count 2
that are not currently active.

There are three committees. Our nine sister cities are far apart.
#         ^^^^^^^^^^^^^^^^ warning[count-disagrees]: the text says `three committees`, but the records count 2
#                               ^^^^^^^^^^^^^^^^^^ warning[count-disagrees]: the text says `nine sister cities`, but the records count 6

Home’s eight sister cities write. The city has sent seven delegations to Gaeta.
#                                                   ^^^^^^^^^^^^^^^^^ warning[count-disagrees]: the text says `seven delegations`, but the records count 5

Home now has two sister cities in Italy; since 1990 it has grown. Since 1990, Home has formed
#            ^^^^^^^^^^^^^^^^^ warning[count-disagrees]: the text says `two sister cities`, but the records count 3
four partnerships.
^^^^^^^^^^^^^^^^^ warning[count-disagrees]: the text says `four partnerships`, but the records count 3
",
    )
    .reports();
}

#[test]
fn a_number_that_agrees_in_one_way_of_counting() {
    programme(
        "
Home has six sister cities in four countries, and 6 official sister-city relationships.

Home has four sister cities with active relationships, three active sister cities, one of them
paused, and two additional sister cities which are no longer active.

We have three sister cities in Italy. Since 1990 Home has formed three relationships. There are two
committees. We have sent five delegations. We have six sister cities around the world.
",
    )
    .builds();
}

#[test]
fn a_number_in_another_language() {
    let site = "//! warning[no-strings]: the theme `civic` has no words in `fr`\nname: Villes sœurs\nhome: home\nbase_url: https://example.org/\nlanguage: fr\n";
    programme(
        "
Nous avons huit villes jumelées dans quatre pays. Home a six villes sœurs actives.
#          ^^^^^^^^^^^^^^^^^^^^ warning[count-disagrees]: the text says `huit villes jumelées`, but the records count 6
#                                                        ^^^^^^^^^^^^^^^^^^^^^^^^ warning[count-disagrees]: the text says `six villes sœurs actives`, but the records count 4
",
    )
    .with("content/site.yaml", site)
    .reports();
}

#[test]
fn a_number_on_the_page_of_a_part_or_of_a_time() {
    programme(
        "
//- content/events/feast.md
---
title: A feast for all
kind: festival
date: 1985
---
Home has two sister cities.
//- content/news/four.md
---
title: The fourth
date: 1992-04-01
---
Home now has four sister cities in three countries.
",
    )
    .builds();
}

#[test]
fn a_number_follows_the_records() {
    let with_six = programme("Home has six sister cities.");
    with_six.builds();
    with_six
        .with(
            "content/cities/dublin.md",
            "---\nname: Dublin\ncountry: IE\n\
             relationship: { established: 1983-10, status: active }\n---\n",
        )
        .with(
            "content/pages/about.md",
            "---\ntitle: About us\n---\nHome has six sister cities.\n\
             #        ^^^^^^^^^^^^^^^^^ warning[count-disagrees]: the text says `six sister cities`, \
             but the records count 7\n",
        )
        .reports();
}
