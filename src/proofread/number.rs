//! Numbers and years in English words.

/// Number words, and words that stand for an uncertain number.
const NUMBERS: &[&str] = &[
    "a",
    "an",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "several",
    "few",
    "many",
    "half",
];

/// Whether a word in small letters is a number, in digits or in words.
pub(super) fn is_number(word: &str) -> bool {
    let digits = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    digits
        || NUMBERS.contains(&word)
        || word.split_once('-').is_some_and(|(tens, ones)| {
            tens.ends_with("ty") && NUMBERS.contains(&tens) && NUMBERS.contains(&ones)
        })
}

/// Whether a number is that of a handful or less, in words or in digits.
pub(super) fn is_small(word: &str) -> bool {
    matches!(word, "a" | "an" | "one" | "two" | "three" | "four" | "few" | "half")
        || word.parse::<u32>().is_ok_and(|number| number < 5)
}

/// How many years a word names: `1982` one, `2014-2016` two, any other none.
pub(super) fn years_in(word: &str) -> usize {
    word.split('-').filter(|part| is_year(part)).count()
}

fn is_year(word: &str) -> bool {
    let word = word.strip_suffix('s').unwrap_or(word);
    word.len() == 4 && word.parse::<u32>().is_ok_and(|year| (1500..2100).contains(&year))
}
