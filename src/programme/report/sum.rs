//! Numbers added up without claiming more than each of them does.

use serde::Serialize;

use crate::programme::event::Qualifier;
use crate::programme::lens::{Lens, TextView};
use crate::values::Words;

/// What was counted at several occasions, together.
#[derive(Debug, Serialize)]
pub struct SumView {
    /// What was counted.
    pub label: TextView,
    /// How many, as far as somebody counted.
    pub count: Option<u64>,
    /// How exact that is: `exact`, `about`, `at-least`, `more-than` or `about-or-more`.
    pub qualifier: &'static str,
    /// How many of the occasions had some dozens beside that, which nobody counted.
    pub dozens: usize,
    /// Of how many occasions this is the sum.
    pub of: usize,
}

/// A sum that is still being made.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sum {
    count: Option<u64>,
    about: bool,
    at_least: bool,
    more_than: bool,
    dozens: usize,
    of: usize,
}

impl Sum {
    /// Adds a number as exact as it was told.
    pub(super) fn add(&mut self, count: Option<u64>, qualifier: Qualifier) {
        self.of += 1;
        self.count = match (self.count, count) {
            (Some(sum), Some(count)) => Some(sum.saturating_add(count)),
            (sum, count) => sum.or(count),
        };
        match qualifier {
            Qualifier::Exact => {}
            Qualifier::About => self.about = true,
            Qualifier::AtLeast => self.at_least = true,
            Qualifier::MoreThan => self.more_than = true,
            Qualifier::Dozens => self.dozens += 1,
        }
    }

    /// How exact the sum is. Of numbers of which one is only a lower limit, the sum is one; one
    /// that is above its limit lifts the sum above its own; and if another is only rough, so is
    /// the limit.
    fn qualifier(self) -> &'static str {
        match (self.about, self.at_least || self.more_than, self.more_than) {
            (false, false, _) => "exact",
            (true, false, _) => "about",
            (true, true, _) => "about-or-more",
            (false, true, true) => "more-than",
            (false, true, false) => "at-least",
        }
    }

    pub(super) fn view(self, label: TextView) -> SumView {
        let Self { count, dozens, of, .. } = self;
        SumView { label, count, qualifier: self.qualifier(), dozens, of }
    }
}

/// Sums by what is counted, in the order in which that is first told.
#[derive(Debug, Default)]
pub(super) struct Sums<'a> {
    sums: Vec<(&'a Words, String, Sum)>,
}

impl<'a> Sums<'a> {
    /// The sum of what is counted by a label: labels are the same if they read the same.
    pub(super) fn of(&mut self, label: &'a Words, lens: &Lens<'_>) -> &mut Sum {
        let own = &lens.site.language;
        let key = label.best(own, own).0.trim().to_lowercase();
        let index = self.sums.iter().position(|(_, known, _)| *known == key);
        let index = index.unwrap_or_else(|| {
            self.sums.push((label, key, Sum::default()));
            self.sums.len() - 1
        });
        &mut self.sums[index].2
    }

    pub(super) fn views(self, lens: &Lens<'_>) -> Vec<SumView> {
        let sums = self.sums.into_iter();
        sums.map(|(label, _, sum)| sum.view(lens.words(label))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(parts: &[(Option<u64>, Qualifier)]) -> (Option<u64>, &'static str, usize) {
        let mut sum = Sum::default();
        for (count, qualifier) in parts {
            sum.add(*count, *qualifier);
        }
        (sum.count, sum.qualifier(), sum.dozens)
    }

    #[test]
    fn a_sum_claims_no_more_than_its_parts() {
        use Qualifier::{About, AtLeast, Dozens, Exact, MoreThan};
        assert_eq!(sum(&[(Some(10), Exact), (Some(5), Exact)]), (Some(15), "exact", 0));
        assert_eq!(sum(&[(Some(10), Exact), (Some(100), MoreThan)]), (Some(110), "more-than", 0));
        assert_eq!(sum(&[(Some(10), AtLeast), (Some(5), Exact)]), (Some(15), "at-least", 0));
        assert_eq!(sum(&[(Some(10), About), (Some(5), Exact)]), (Some(15), "about", 0));
        assert_eq!(sum(&[(Some(10), About), (Some(5), AtLeast)]), (Some(15), "about-or-more", 0));
        assert_eq!(sum(&[(None, Dozens), (Some(5), Exact)]), (Some(5), "exact", 1));
        assert_eq!(sum(&[(None, Dozens), (None, Dozens)]), (None, "exact", 2));
        assert_eq!(sum(&[(Some(u64::MAX), Exact), (Some(1), Exact)]).0, Some(u64::MAX));
    }
}
