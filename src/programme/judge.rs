//! What is wrong with a programme as a whole: its facts, and what its texts say of them and of each
//! other. It is asked for apart from loading, since an edited page is shown before.

use std::collections::HashSet;

use super::claims;
use super::load::Programme;
use super::rules;
use crate::config::languages::Lexicons;
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::memo::Memory;
use crate::proofread;
use crate::values::SourcePath;

impl Programme {
    /// Judges the facts, and what texts say of them and of each other; `found` is what is wrong with
    /// the files. To be asked once: what only judging needs is let go.
    #[must_use]
    pub fn judge(
        &mut self,
        found: &[Diagnostic],
        lexicons: &Lexicons,
        memory: &Memory,
    ) -> Vec<Diagnostic> {
        let Self { site, texts } = self;
        // What has an error may only seem to lack something, or to contradict something.
        let damaged: HashSet<&SourcePath> = found
            .iter()
            .filter(|remark| remark.severity == Severity::Error)
            .filter_map(|remark| Some(&remark.place.as_ref()?.file))
            .collect();
        let is_sound = |place: &Place| !damaged.contains(&place.file);
        let related =
            |remark: &Diagnostic| remark.related.iter().all(|related| is_sound(&related.place));
        let sound = |remark: &Diagnostic| remark.place.iter().all(is_sound) && related(remark);
        // What a text says does not depend on what else is wrong with it, but on the facts.
        let of_facts = ["content/cities", "content/relationships"];
        let is_whole = !damaged
            .iter()
            .any(|file| of_facts.iter().any(|folder| file.strip_folder(folder).is_some()));
        let holds = |remark: &Diagnostic| {
            related(remark) && (is_whole || remark.code != Code::CountDisagrees)
        };
        let said = claims::judge(texts.statements(), site, lexicons, memory);
        let mut diagnostics: Vec<_> = rules::judge(site).into_iter().filter(sound).collect();
        diagnostics.extend(said.into_iter().filter(holds));
        diagnostics.extend(proofread::repeated(&texts.trails(site)));
        texts.end_judging();
        diagnostics
    }
}
