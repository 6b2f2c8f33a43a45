//! Languages and translations.

use crate::site_test::site;

#[test]
fn a_file_in_a_language_that_the_site_does_not_have() {
    site(
        "
//- content/pages/about.md
---
title: About us
---
//- content/pages/about.ht.md
//! error[unknown-language]: the site has no language `ht`
---
title: Konsènan nou
---
//- content/pages/about.en.md
//! error[unknown-language]: `en` is the language of the originals
---
title: About us
---
",
    )
    .reports();
}

#[test]
fn a_language_without_words() {
    site(
        "
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
languages: [en, tlh]
#          ^^^^^^^^^ warning[no-lexicon]: jumelage does not know the months and numbers of `tlh`
#          ^^^^^^^^^ warning[no-strings]: the theme `civic` has no words in `tlh`
",
    )
    .reports();
}

#[test]
fn a_translation_without_its_original() {
    site("
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
languages: [en, ht]
//- content/pages/abuot.ht.md
//! error[translation-without-original]: this is a translation of `content/pages/abuot.md`, which is not there or cannot be read
---
title: Konsènan nou
---
")
    .reports();
}

#[test]
fn a_fact_in_a_translation() {
    site(
        "
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
languages: [en, ht]
//- content/cities/home.ht.md
---
name: Lakay
country: HT
^^^^^^^ error[fact-in-translation]: `country` is a fact, and this file is a translation
---
",
    )
    .reports();
}

#[test]
fn a_phrase_in_a_language_that_is_none() {
    site(
        "
//- content/pages/about.md
---
title: About us
---
It is called [Okay]{lang=creole}.
#                  ^^^^^^^^^^^^^ error[bad-language]: `creole` is not a language tag
",
    )
    .reports();
}
