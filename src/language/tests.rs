//! What each language says.

use expect_test::expect;

use super::*;
use crate::values::Date;

fn lexicon(tag: &str) -> Lexicon {
    Lexicon::built_in(&LanguageTag::parse(tag).unwrap()).unwrap()
}

/// Every form of date that the program knows.
const DATES: [&str; 33] = [
    "1982",
    "1982-06",
    "2010-01-11",
    "1986-05-01",
    "0836",
    "-0599~",
    "-0043-03-15",
    "0000",
    "197X",
    "19XX",
    "20XX",
    "2010-21",
    "2010-24",
    "2013-05-23/2013-05-31",
    "2013-05-23/2013-06-02",
    "2013-12-30/2014-01-02",
    "2013-05/2013-06",
    "2013-05/2014",
    "2000/2004",
    "2000/2000",
    "-0599/-0499",
    "2014-05~/2016-05",
    "2019/..",
    "2019-06/..",
    "2010-01-11/..",
    "197X/..",
    "1957~/..",
    "../2018",
    "2019/",
    "/2010-01-11",
    "1984?",
    "1957%",
    "[1985-08, 1986, 1987-10]",
];

/// What a language says for each of them.
fn dates(tag: &str) -> String {
    let lexicon = lexicon(tag);
    let text = |date| lexicon.date(&Date::parse(date).unwrap()).text;
    DATES.iter().map(|date| format!("{date:24} {}\n", text(date))).collect()
}

#[test]
fn dates_in_english() {
    expect![[r#"
        1982                     1982
        1982-06                  June 1982
        2010-01-11               January 11, 2010
        1986-05-01               May 1, 1986
        0836                     836
        -0599~                   about 600 BC
        -0043-03-15              March 15, 44 BC
        0000                     1 BC
        197X                     the 1970s
        19XX                     the 20th century
        20XX                     the 21st century
        2010-21                  spring 2010
        2010-24                  winter 2010
        2013-05-23/2013-05-31    May 23–31, 2013
        2013-05-23/2013-06-02    May 23 – June 2, 2013
        2013-12-30/2014-01-02    December 30, 2013 – January 2, 2014
        2013-05/2013-06          May–June 2013
        2013-05/2014             May 2013 – 2014
        2000/2004                2000–2004
        2000/2000                2000
        -0599/-0499              600 BC – 500 BC
        2014-05~/2016-05         about May 2014 – May 2016
        2019/..                  since 2019
        2019-06/..               since June 2019
        2010-01-11/..            since January 11, 2010
        197X/..                  since the 1970s
        1957~/..                 since about 1957
        ../2018                  until 2018
        2019/                    from 2019 to an unknown date
        /2010-01-11              from an unknown date to January 11, 2010
        1984?                    possibly 1984
        1957%                    possibly about 1957
        [1985-08, 1986, 1987-10] August 1985, 1986 or October 1987
    "#]]
    .assert_eq(&dates("en"));
}

#[test]
fn dates_in_spanish() {
    expect![[r#"
        1982                     1982
        1982-06                  junio de 1982
        2010-01-11               11 de enero de 2010
        1986-05-01               1 de mayo de 1986
        0836                     836
        -0599~                   alrededor de 600 a. C.
        -0043-03-15              15 de marzo de 44 a. C.
        0000                     1 a. C.
        197X                     la década de 1970
        19XX                     el siglo XX
        20XX                     el siglo XXI
        2010-21                  primavera de 2010
        2010-24                  invierno de 2010
        2013-05-23/2013-05-31    23–31 de mayo de 2013
        2013-05-23/2013-06-02    23 de mayo – 2 de junio de 2013
        2013-12-30/2014-01-02    30 de diciembre de 2013 – 2 de enero de 2014
        2013-05/2013-06          mayo–junio de 2013
        2013-05/2014             mayo de 2013 – 2014
        2000/2004                2000–2004
        2000/2000                2000
        -0599/-0499              600 a. C. – 500 a. C.
        2014-05~/2016-05         alrededor de mayo de 2014 – mayo de 2016
        2019/..                  desde 2019
        2019-06/..               desde junio de 2019
        2010-01-11/..            desde el 11 de enero de 2010
        197X/..                  desde la década de 1970
        1957~/..                 desde alrededor de 1957
        ../2018                  hasta 2018
        2019/                    desde 2019 hasta una fecha desconocida
        /2010-01-11              desde una fecha desconocida hasta el 11 de enero de 2010
        1984?                    posiblemente 1984
        1957%                    posiblemente alrededor de 1957
        [1985-08, 1986, 1987-10] agosto de 1985, 1986 u octubre de 1987
    "#]]
    .assert_eq(&dates("es"));
}

#[test]
fn dates_in_french() {
    expect![[r#"
        1982                     1982
        1982-06                  juin 1982
        2010-01-11               11 janvier 2010
        1986-05-01               1er mai 1986
        0836                     836
        -0599~                   vers 600 av. J.-C.
        -0043-03-15              15 mars 44 av. J.-C.
        0000                     1 av. J.-C.
        197X                     les années 1970
        19XX                     le XXe siècle
        20XX                     le XXIe siècle
        2010-21                  printemps 2010
        2010-24                  hiver 2010
        2013-05-23/2013-05-31    23–31 mai 2013
        2013-05-23/2013-06-02    23 mai – 2 juin 2013
        2013-12-30/2014-01-02    30 décembre 2013 – 2 janvier 2014
        2013-05/2013-06          mai–juin 2013
        2013-05/2014             mai 2013 – 2014
        2000/2004                2000–2004
        2000/2000                2000
        -0599/-0499              600 av. J.-C. – 500 av. J.-C.
        2014-05~/2016-05         vers mai 2014 – mai 2016
        2019/..                  depuis 2019
        2019-06/..               depuis juin 2019
        2010-01-11/..            depuis le 11 janvier 2010
        197X/..                  depuis les années 1970
        1957~/..                 depuis vers 1957
        ../2018                  jusqu’en 2018
        2019/                    de 2019 à une date inconnue
        /2010-01-11              d’une date inconnue au 11 janvier 2010
        1984?                    peut-être 1984
        1957%                    peut-être vers 1957
        [1985-08, 1986, 1987-10] août 1985, 1986 ou octobre 1987
    "#]]
    .assert_eq(&dates("fr"));
}

#[test]
fn dates_in_german() {
    expect![[r#"
        1982                     1982
        1982-06                  Juni 1982
        2010-01-11               11. Januar 2010
        1986-05-01               1. Mai 1986
        0836                     836
        -0599~                   etwa 600 v. Chr.
        -0043-03-15              15. März 44 v. Chr.
        0000                     1 v. Chr.
        197X                     die 1970er Jahre
        19XX                     das 20. Jahrhundert
        20XX                     das 21. Jahrhundert
        2010-21                  Frühjahr 2010
        2010-24                  Winter 2010
        2013-05-23/2013-05-31    23.–31. Mai 2013
        2013-05-23/2013-06-02    23. Mai – 2. Juni 2013
        2013-12-30/2014-01-02    30. Dezember 2013 – 2. Januar 2014
        2013-05/2013-06          Mai–Juni 2013
        2013-05/2014             Mai 2013 – 2014
        2000/2004                2000–2004
        2000/2000                2000
        -0599/-0499              600 v. Chr. – 500 v. Chr.
        2014-05~/2016-05         etwa Mai 2014 – Mai 2016
        2019/..                  seit 2019
        2019-06/..               seit Juni 2019
        2010-01-11/..            seit dem 11. Januar 2010
        197X/..                  seit den 1970er Jahren
        1957~/..                 seit etwa 1957
        ../2018                  bis 2018
        2019/                    von 2019 bis zu einem unbekannten Datum
        /2010-01-11              von einem unbekannten Datum bis zum 11. Januar 2010
        1984?                    möglicherweise 1984
        1957%                    möglicherweise etwa 1957
        [1985-08, 1986, 1987-10] August 1985, 1986 oder Oktober 1987
    "#]]
    .assert_eq(&dates("de"));
}

#[test]
fn dates_in_haitian_creole() {
    expect![[r#"
        1982                     1982
        1982-06                  jen 1982
        2010-01-11               11 janvye 2010
        1986-05-01               1ye me 1986
        0836                     836
        -0599~                   anviwon 600 anvan Jezikri
        -0043-03-15              15 mas 44 anvan Jezikri
        0000                     1 anvan Jezikri
        197X                     ane 1970 yo
        19XX                     20yèm syèk la
        20XX                     21yèm syèk la
        2010-21                  prentan 2010
        2010-24                  ivè 2010
        2013-05-23/2013-05-31    23–31 me 2013
        2013-05-23/2013-06-02    23 me – 2 jen 2013
        2013-12-30/2014-01-02    30 desanm 2013 – 2 janvye 2014
        2013-05/2013-06          me–jen 2013
        2013-05/2014             me 2013 – 2014
        2000/2004                2000–2004
        2000/2000                2000
        -0599/-0499              600 anvan Jezikri – 500 anvan Jezikri
        2014-05~/2016-05         anviwon me 2014 – me 2016
        2019/..                  depi 2019
        2019-06/..               depi jen 2019
        2010-01-11/..            depi 11 janvye 2010
        197X/..                  depi ane 1970 yo
        1957~/..                 depi anviwon 1957
        ../2018                  jiska 2018
        2019/                    soti 2019 rive yon dat nou pa konnen
        /2010-01-11              soti yon dat nou pa konnen rive 11 janvye 2010
        1984?                    petèt 1984
        1957%                    petèt anviwon 1957
        [1985-08, 1986, 1987-10] out 1985, 1986 oswa oktòb 1987
    "#]]
    .assert_eq(&dates("ht"));
}

#[test]
fn time_elements_hold_what_html_allows() {
    let lexicon = lexicon("en");
    let html = |date| lexicon.date(&Date::parse(date).unwrap()).html;
    let shown: String = DATES.iter().map(|date| html(date) + "\n").collect();
    expect![[r#"
        <time datetime="1982">1982</time>
        <time datetime="1982-06">June 1982</time>
        <time datetime="2010-01-11">January 11, 2010</time>
        <time datetime="1986-05-01">May 1, 1986</time>
        <time datetime="0836">836</time>
        about 600 BC
        March 15, 44 BC
        1 BC
        the 1970s
        the 20th century
        the 21st century
        spring 2010
        winter 2010
        <time datetime="2013-05-23">May 23</time>–<time datetime="2013-05-31">31, 2013</time>
        <time datetime="2013-05-23">May 23</time> – <time datetime="2013-06-02">June 2, 2013</time>
        <time datetime="2013-12-30">December 30, 2013</time> – <time datetime="2014-01-02">January 2, 2014</time>
        <time datetime="2013-05">May</time>–<time datetime="2013-06">June 2013</time>
        <time datetime="2013-05">May 2013</time> – <time datetime="2014">2014</time>
        <time datetime="2000">2000</time>–<time datetime="2004">2004</time>
        <time datetime="2000">2000</time>
        600 BC – 500 BC
        about <time datetime="2014-05">May 2014</time> – <time datetime="2016-05">May 2016</time>
        since <time datetime="2019">2019</time>
        since <time datetime="2019-06">June 2019</time>
        since <time datetime="2010-01-11">January 11, 2010</time>
        since the 1970s
        since about <time datetime="1957">1957</time>
        until <time datetime="2018">2018</time>
        from <time datetime="2019">2019</time> to an unknown date
        from an unknown date to <time datetime="2010-01-11">January 11, 2010</time>
        possibly <time datetime="1984">1984</time>
        possibly about <time datetime="1957">1957</time>
        <time datetime="1985-08">August 1985</time>, <time datetime="1986">1986</time> or <time datetime="1987-10">October 1987</time>
    "#]].assert_eq(&shown);
}

#[test]
fn a_site_can_add_a_language() {
    let polish = Lexicon::new(&LanguageTag::parse("pl").unwrap())
        .extended(
            "name: polski
months: [styczeń, luty, marzec, kwiecień, maj, czerwiec, lipiec, sierpień, wrzesień, październik, listopad, grudzień]
months_with_day: [stycznia, lutego, marca, kwietnia, maja, czerwca, lipca, sierpnia, września, października, listopada, grudnia]
day: '{day} {month} {year}'
since: { any: 'od <{date}>' }
countries: { NO: Norwegia }
",
        )
        .unwrap();
    let text = |date| polish.date(&Date::parse(date).unwrap()).text;
    assert_eq!(polish.name(), "polski");
    assert_eq!(text("2010-01-11"), "11 stycznia 2010");
    assert_eq!(text("2010-01"), "styczeń 2010");
    assert_eq!(text("../2018"), "until 2018");
    let since = polish.date(&Date::parse("2019/..").unwrap());
    assert_eq!(since.html, "od &lt;<time datetime=\"2019\">2019</time>&gt;");
    assert_eq!(polish.country(CountryCode::parse("NO").unwrap()), Some("Norwegia"));
    assert_eq!(polish.number_in_words(3), None);
}

#[test]
fn a_site_can_change_words() {
    let english = lexicon("en").extended("seasons: [spring, summer, fall, winter]").unwrap();
    assert_eq!(english.date(&Date::parse("2010-23").unwrap()).text, "fall 2010");
    let japan = CountryCode::parse("JP").unwrap();
    let english = english.extended("countries: { JP: Nippon }").unwrap();
    assert_eq!(english.country(japan), Some("Nippon"));
    assert_eq!(english.country(CountryCode::parse("HT").unwrap()), Some("Haiti"));
}

#[test]
fn mistakes_in_words_are_errors() {
    let error = |yaml| lexicon("en").extended(yaml).unwrap_err().to_string();
    assert!(error("mouths: []").contains("unknown field `mouths`"));
    assert!(error("months: [January]").contains("months"));
    assert!(error("day: '{date}'").contains("`{date}` is no part of a date"));
}

#[test]
fn every_country_has_a_name_where_the_table_is_whole() {
    for tag in ["en", "es", "fr", "de"] {
        assert_eq!(lexicon(tag).words.countries.len(), 250, "{tag}");
    }
    let kreyol = lexicon("ht");
    assert_eq!(kreyol.country(CountryCode::parse("HT").unwrap()), Some("Ayiti"));
    assert_eq!(kreyol.country(CountryCode::parse("NO").unwrap()), None);
}

#[test]
fn regions_speak_as_their_language() {
    let mexican = lexicon("es-MX");
    assert_eq!(mexican.language().as_str(), "es-MX");
    assert_eq!(mexican.name(), "español");
    assert!(Lexicon::built_in(&LanguageTag::parse("ja").unwrap()).is_none());
}

#[test]
fn numbers() {
    let numbers = |tag, number| {
        let lexicon = lexicon(tag);
        (lexicon.number_in_words(number).map(str::to_owned), lexicon.number(number))
    };
    let words = |text: &str| Some(text.to_owned());
    assert_eq!(numbers("en", 18), (words("eighteen"), "18".to_owned()));
    assert_eq!(numbers("en", 1234), (None, "1,234".to_owned()));
    assert_eq!(numbers("es", 22), (words("veintidós"), "22".to_owned()));
    assert_eq!(numbers("es", 1234).1, "1234");
    assert_eq!(numbers("es", 310_000).1, "310.000");
    assert_eq!(numbers("fr", 71), (words("soixante et onze"), "71".to_owned()));
    assert_eq!(numbers("fr", 1_234_567).1, "1\u{202f}234\u{202f}567");
    assert_eq!(numbers("de", 21), (words("einundzwanzig"), "21".to_owned()));
    assert_eq!(numbers("de", 1000).1, "1.000");
    assert_eq!(numbers("ht", 18), (words("dizuit"), "18".to_owned()));
    assert_eq!(numbers("ht", 21).0, None);
    for tag in ["en", "es", "fr", "de"] {
        assert_eq!(lexicon(tag).words.numbers.len(), 101, "{tag}");
    }
}

#[test]
fn lists() {
    let english = lexicon("en");
    assert_eq!(english.list::<&str>(&[]), "");
    assert_eq!(english.list(&["Haiti"]), "Haiti");
    assert_eq!(english.list(&["Haiti", "Italy"]), "Haiti and Italy");
    assert_eq!(english.list(&["Haiti", "Italy", "Japan"]), "Haiti, Italy and Japan");
    let spanish = lexicon("es");
    assert_eq!(spanish.list(&["Cuba", "Japón"]), "Cuba y Japón");
    assert_eq!(spanish.list(&["Francia", "Italia"]), "Francia e Italia");
    assert_eq!(spanish.list(&["cobre", "hierro"]), "cobre y hierro");
}

#[test]
fn quotation_marks() {
    let french = lexicon("fr");
    assert_eq!(french.quotes().open, "«\u{202f}");
    assert_eq!(french.unknown_date(), "date non enregistrée");
    assert_eq!(lexicon("de").quotes().inner_close, "‘");
}
