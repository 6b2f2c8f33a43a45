//! A country's code.

use std::fmt;

use super::Refusal;

/// The codes of ISO 3166-1, alpha-2, as officially assigned, and `XK`, which is in common use
/// for Kosovo.
const CODES: &str = "\
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS \
BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE \
EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM \
HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC \
LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA \
NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW \
SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO \
TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

/// Two capital letters of ISO 3166-1. It sorts and groups; what is printed is the programme's
/// own choice.
///
/// ```
/// use jumelage::values::CountryCode;
///
/// assert_eq!(CountryCode::parse("HT").unwrap().as_str(), "HT");
/// assert_eq!(CountryCode::parse("ht").unwrap_err().help.as_deref(), Some("write `HT`"));
/// assert!(CountryCode::parse("UK").unwrap_err().help.unwrap().contains("GB"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode([u8; 2]);

impl CountryCode {
    /// Reads a code.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let known = |code: &str| {
            // Blanks part the codes, so two letters together are one of them.
            let letters = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
            (letters && CODES.contains(code))
                .then(|| Self([code.as_bytes()[0], code.as_bytes()[1]]))
        };
        if let Some(code) = known(text) {
            return Ok(code);
        }
        let refusal = Refusal::new("bad-country", format!("`{text}` is not a country code"));
        let upper = text.to_ascii_uppercase();
        Err(if upper == "UK" {
            refusal.help("the code of the United Kingdom is `GB`; print it your way with `{ code: GB, name: England }`")
        } else if known(&upper).is_some() {
            refusal.help(format!("write `{upper}`"))
        } else {
            refusal.help(
                "write the two capital letters of ISO 3166, such as `HT` for Haiti; where \
                 the name is to be printed another way, `{ code: KR, name: Korea }`",
            )
        })
    }

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("a code is two ASCII letters")
    }
}

impl fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

super::deserialize_by_parse!(CountryCode);
