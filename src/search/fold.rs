//! Text as it is compared: without case, marks and ligatures, so that who has only the letters of
//! an ordinary keyboard finds everything.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text as it is compared.
///
/// Letters lose their case and their marks, in whatever script; a few that are no letter with a mark
/// to Unicode, and are to who types, become what is typed instead. Folding twice is folding once.
///
/// ```
/// use jumelage::search::fold;
///
/// assert_eq!(fold("Kraków, Huế, Tromsø, Straße"), "krakow, hue, tromso, strasse");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    let lower = text.nfkd().flat_map(char::to_lowercase);
    for letter in lower.nfkd().filter(|letter| !is_dropped(*letter)) {
        match typed(letter) {
            Some(typed) => folded.push_str(typed),
            None => folded.push(letter),
        }
    }
    folded
}

/// Whether it is a mark without which readers recognize a word: accents, the points of Hebrew, the
/// vowels of Arabic. The vowels of Indian scripts stay.
fn is_dropped(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}'
        | '\u{5c4}' | '\u{5c5}' | '\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}'
        | '\u{670}')
}

/// What is typed for a letter that does not come apart.
fn typed(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' | 'ɗ' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ŋ' => "n",
        'ŧ' => "t",
        'ɓ' => "b",
        'ƙ' => "k",
        'ɛ' => "e",
        'ɔ' => "o",
        'ς' => "σ",
        _ => return None,
    })
}

/// The words of a text, folded. Apostrophes are left out: `Xi'an` is one word. Of scripts that put no
/// blanks between words, each two letters that follow each other are one.
///
/// ```
/// use jumelage::search::words;
///
/// assert_eq!(words("Xi'an, 東京都"), ["xian", "東京", "京都"]);
/// ```
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for run in runs(&fold(text)) {
        let word: String = run.chars().filter(|letter| !is_apostrophe(*letter)).collect();
        take_apart(&word, &mut |word| words.push(word.to_owned()));
    }
    words
}

/// Tells the words by which a text is found: those of [`words`], and what stands on either side of
/// an apostrophe, so that `Aquila` finds `L'Aquila`.
pub(super) fn each_word(text: &str, mut tell: impl FnMut(&str)) {
    let mut lower = String::new();
    let mut next = 0;
    while let Some(rest) = text.get(next..).filter(|rest| !rest.is_empty()) {
        let is_other = |byte: u8| !byte.is_ascii_alphanumeric();
        let plain = rest.bytes().position(is_other).unwrap_or(rest.len());
        // Most words are of ASCII, whatever stands beside them, and need no more than small letters.
        if rest.as_bytes().get(plain).is_some_and(|byte| !parts(*byte)) {
            let other = rest.bytes().position(parts).unwrap_or(rest.len());
            each_other_word(&rest[..other], &mut tell);
            next += other + 1;
            continue;
        }
        if plain > 0 {
            lower.clear();
            lower.push_str(&rest[..plain]);
            lower.make_ascii_lowercase();
            tell(&lower);
        }
        next += plain + 1;
    }
}

/// Whether a byte is a sign that parts words in every script.
fn parts(byte: u8) -> bool {
    byte.is_ascii() && !byte.is_ascii_alphanumeric() && byte != b'\''
}

fn each_other_word(part: &str, tell: &mut impl FnMut(&str)) {
    for run in runs(&fold(part)) {
        if !run.contains(is_apostrophe) {
            take_apart(run, tell);
            continue;
        }
        let word: String = run.chars().filter(|letter| !is_apostrophe(*letter)).collect();
        take_apart(&word, tell);
        for part in run.split(is_apostrophe).filter(|part| part.chars().nth(1).is_some()) {
            take_apart(part, tell);
        }
    }
}

/// Letters and digits that stand together, with the apostrophes between them.
fn runs(folded: &str) -> impl Iterator<Item = &str> {
    let parts = |letter: char| {
        !(letter.is_alphanumeric() || is_apostrophe(letter) || is_combining_mark(letter))
    };
    folded.split(parts).filter(|run| !run.is_empty())
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʻ' | 'ʼ')
}

/// Parts what is written without blanks from what is not, and the former into pairs.
fn take_apart(mut run: &str, tell: &mut impl FnMut(&str)) {
    while let Some(first) = run.chars().next() {
        let dense = is_dense(first);
        let end = run.find(|letter| is_dense(letter) != dense).unwrap_or(run.len());
        let (word, rest) = run.split_at(end);
        run = rest;
        let starts: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
        if !dense || starts.len() < 3 {
            tell(word);
            continue;
        }
        let ends = starts.iter().skip(2).copied().chain([word.len()]);
        for (start, end) in starts.iter().zip(ends) {
            tell(&word[*start..end]);
        }
    }
}

/// Whether its script puts no blanks between words: Thai, Lao, Burmese, Khmer, kana, Han.
fn is_dense(letter: char) -> bool {
    matches!(letter,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The script tries the same in `tests/browser/published/search.test.js`.
    #[test]
    fn words_are_folded_as_the_table_has_it() {
        let cases: Vec<(String, Vec<String>)> =
            serde_json::from_str(include_str!("cases.json")).expect("the table is JSON");
        for (text, expected) in cases {
            let expected: Vec<String> = expected.iter().map(|word| fold(word)).collect();
            assert_eq!(words(&text), expected, "{text}");
        }
    }

    #[test]
    fn a_part_beside_an_apostrophe_is_found_too() {
        let mut found = Vec::new();
        each_word("L’Aquila", |word| found.push(word.to_owned()));
        assert_eq!(found, ["laquila", "aquila"]);
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC*") {
            let folded = fold(&text);
            prop_assert_eq!(fold(&folded), folded);
        }

        #[test]
        fn case_and_composition_make_no_difference(text in "[\\p{Latin}\\p{Greek}\\p{Cyrillic} ]*") {
            let composed: String = text.nfc().collect();
            let decomposed: String = text.nfd().collect();
            prop_assert_eq!(fold(&composed), fold(&decomposed));
        }

        #[test]
        fn every_word_is_folded_and_found(text in "\\PC*") {
            let mut found = Vec::new();
            each_word(&text, |word| found.push(word.to_owned()));
            let shown = words(&text);
            prop_assert!(shown.len() <= found.len());
            for word in shown {
                prop_assert!(found.contains(&word));
                prop_assert_eq!(fold(&word), word);
            }
        }
    }
}
