//! What stands in two places, word for word.

use crate::site_test::site;

/// Two texts with a passage in common, to which the second adds little.
const TWO: &str = "
//- content/pages/about.md
---
title: About
---
## How it began

A baker of the old town sent a loaf of bread across the sea, and a *baker there* sent back the recipe
of another, which is how two towns that had nothing to do with each other began to write letters.

- Bread is baked here.
- Fish is fried there.
//- content/pages/bread.md
---
title: Bread
---
> A baker of the old town sent a loaf of bread across the sea, and a baker there sent back the recipe
> of another, which is how two towns that had nothing to do with each other began to write letters.

We have it from the chronicle: a baker of the old town sent a loaf of bread across the sea, and a baker
#                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^.. warning[repeated-passage]: these 41 words stand in `content/pages/about.md` too
there sent back the [recipe](https://bread.example/) of another, which is how two towns that had nothing
to do with each other began to write letters.
";

#[test]
fn a_passage_is_told_of_once_whatever_its_markup() {
    site(TWO).reports();
}

#[test]
fn the_earlier_place_is_named_too() {
    let drawn = site(TWO).drawn();
    assert!(drawn.contains("content/pages/about.md:6:1"), "{drawn}");
    assert!(drawn.contains("link to it from the other"), "{drawn}");
}

#[test]
fn what_is_archived_may_stand_elsewhere() {
    site(TWO)
        .with(
            "content/pages/bread.md",
            "---\ntitle: Bread\narchived: true\n---\nA baker of the old town sent a loaf of bread across \
             the sea, and a baker there sent back the recipe of another, which is how two towns that had \
             nothing to do with each other began to write letters.\n",
        )
        .builds();
}

#[test]
fn twenty_four_words_are_a_phrase() {
    let words = |count: usize| {
        let words: Vec<String> = (0..count).map(|number| format!("w{number}")).collect();
        words.join(" ")
    };
    let pages = |count: usize| {
        site("")
            .with(
                "content/pages/a.md",
                &format!("---\ntitle: A\n---\nHere {} stands.\n", words(count)),
            )
            .with(
                "content/pages/b.md",
                &format!("---\ntitle: B\n---\nThere {} lies.\n", words(count)),
            )
    };
    pages(24).builds();
    for count in 25..60 {
        let drawn = pages(count).drawn();
        assert!(drawn.contains(&format!("these {count} words")), "{count}: {drawn}");
    }
}

#[test]
fn a_word_that_is_said_over_and_over_is_no_passage() {
    let song = ["la"; 2_000].join(" ");
    site("")
        .with("content/pages/a.md", &format!("---\ntitle: A\n---\nThey sang {song}.\n"))
        .builds();
}

#[test]
fn a_text_that_repeats_itself_is_found() {
    let passage = "A baker of the old town sent a loaf of bread across the sea, and a baker there sent \
                   back the recipe of another, and so it went on for years.";
    let drawn = site("")
        .with(
            "content/pages/a.md",
            &format!("---\ntitle: A\n---\n{passage}\n\nMore.\n\n{passage}\n"),
        )
        .drawn();
    assert_eq!(drawn.matches("repeated-passage").count(), 1, "{drawn}");
}
