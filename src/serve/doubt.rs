//! Holds back what tells of a mistake until a second look: a file may have been read in the middle
//! of being saved.

use super::Edition;

/// What is held back, and what was let through last.
#[derive(Debug, Default)]
pub(super) struct Doubt {
    held: Option<Edition>,
    /// Whether the newest edition that was let through has no errors.
    is_current: bool,
}

/// What is to be done about an edition.
#[derive(Debug)]
pub(super) enum Verdict {
    /// It is to be shown.
    Show(Edition),
    /// The same files are to be looked at again.
    LookAgain,
    /// Nothing.
    Nothing,
}

impl Doubt {
    /// Judges what a look has led to: an edition, or nothing if all is as it was.
    pub(super) fn judge(&mut self, made: Option<Edition>) -> Verdict {
        let held = self.held.take();
        match made.or(held) {
            None => Verdict::Nothing,
            Some(edition) if edition.current || !self.is_current => {
                self.is_current = edition.current;
                Verdict::Show(edition)
            }
            Some(edition) => {
                // Whatever the second look finds is believed.
                self.is_current = false;
                self.held = Some(edition);
                Verdict::LookAgain
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edition(revision: u64, current: bool) -> Option<Edition> {
        Some(Edition { revision, current, ..Edition::default() })
    }

    /// The number of what is shown; nothing, if there is to be another look.
    fn shown(doubt: &mut Doubt, made: Option<Edition>) -> Option<u64> {
        match doubt.judge(made) {
            Verdict::Show(edition) => Some(edition.revision),
            Verdict::LookAgain => None,
            Verdict::Nothing => Some(0),
        }
    }

    #[test]
    fn a_mistake_is_shown_when_it_is_still_there() {
        let mut doubt = Doubt::default();
        assert_eq!(shown(&mut doubt, edition(1, true)), Some(1));
        assert_eq!(shown(&mut doubt, edition(2, false)), None);
        assert_eq!(shown(&mut doubt, None), Some(2));
        assert_eq!(shown(&mut doubt, None), Some(0));
        // One mistake after another needs no doubt.
        assert_eq!(shown(&mut doubt, edition(3, false)), Some(3));
    }

    #[test]
    fn a_mistake_that_was_half_a_file_is_never_shown() {
        let mut doubt = Doubt::default();
        assert_eq!(shown(&mut doubt, edition(1, true)), Some(1));
        assert_eq!(shown(&mut doubt, edition(2, false)), None);
        assert_eq!(shown(&mut doubt, edition(3, true)), Some(3));
        assert_eq!(shown(&mut doubt, None), Some(0));
    }

    #[test]
    fn a_site_that_is_broken_from_the_start_is_shown_at_once() {
        assert_eq!(shown(&mut Doubt::default(), edition(1, false)), Some(1));
    }
}
