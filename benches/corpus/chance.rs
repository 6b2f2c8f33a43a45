//! Chance that is the same at every run.

/// A generator of numbers: Steele, Lea and Flood's `SplitMix64`.
pub(super) struct Chance(u64);

impl Chance {
    /// The numbers of one thing; what is made of it depends on no other. Seeds are made as Fowler, Noll
    /// and Vo make them: two things of a kind never have the same.
    pub(super) fn of(what: &str, number: usize) -> Self {
        let with = |seed: u64, byte| (seed ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
        Self(what.bytes().fold(number as u64, with))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ mixed >> 31
    }

    /// A number below another.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound as u64).expect("it is less than a `usize`")
    }

    /// A number from one to another, both included.
    pub(super) fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }

    /// One of several things.
    pub(super) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    /// Whether something happens that happens so often in a hundred cases.
    pub(super) fn percent(&mut self, often: usize) -> bool {
        self.below(100) < often
    }
}
