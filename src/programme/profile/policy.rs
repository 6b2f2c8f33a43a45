//! Which rules of affiliation hold for the programme, and for which partners they do not.

use crate::config::policy::{OrLevel, PolicyFile, PolicyLevel, ReviewFile, TermsFile};
use crate::diagnostic::{Level, Severity};
use crate::programme::City;
use crate::programme::collection::Id;
use crate::programme::resolver::Resolver;
use crate::values::{Duration, OneOrMany, Words};

/// The rules of affiliation that hold; the others are off.
#[derive(Debug, Default)]
pub struct Policy {
    /// No other country has more than one partner.
    pub one_partner_per_country: Option<Terms>,
    /// What has been agreed has its agreement among the documents.
    pub agreement_on_file: Option<Terms>,
    /// The programme is a member of an umbrella body.
    pub dues_paid: Option<Terms>,
    /// A candidate has no other partner.
    pub no_other_partner: Option<Terms>,
    /// Something is recorded of every active relationship within a time.
    pub review_interval: Option<(Terms, Duration)>,
    /// A candidate meets the criteria.
    pub criteria_met: Option<Terms>,
}

/// How a rule is applied.
#[derive(Debug)]
pub struct Terms {
    /// How bad it is not to follow it.
    pub severity: Severity,
    /// The partners that it does not hold for.
    pub except: Vec<Id<City>>,
}

impl Policy {
    pub(super) fn resolve(file: PolicyFile, resolver: &mut Resolver<'_>) -> Self {
        let mut terms = |file: Option<OrLevel<TermsFile>>, rule: &str| {
            let OrLevel(TermsFile { level, except, because }) = file?;
            Terms::resolve(level, &except, because.as_ref(), rule, resolver)
        };
        Self {
            one_partner_per_country: terms(file.one_partner_per_country, "one-partner-per-country"),
            agreement_on_file: terms(file.agreement_on_file, "agreement-on-file"),
            dues_paid: terms(file.dues_paid, "dues-paid"),
            no_other_partner: terms(file.no_other_partner, "no-other-partner"),
            criteria_met: terms(file.criteria_met, "criteria-met"),
            review_interval: file.review_interval.and_then(|OrLevel(file)| {
                let ReviewFile { every, level, except, because } = file;
                let rule = "review-interval";
                let terms = Terms::resolve(level, &except, because.as_ref(), rule, resolver)?;
                let every = resolver.require(every, "policy.review-interval.every", "2 years");
                Some((terms, every?))
            }),
        }
    }
}

impl Terms {
    /// Nothing, if the rule is off.
    fn resolve(
        PolicyLevel(level): PolicyLevel,
        except: &OneOrMany<String>,
        because: Option<&Words>,
        rule: &str,
        resolver: &mut Resolver<'_>,
    ) -> Option<Self> {
        let Level::At(severity) = level else { return None };
        let field = format!("policy.{rule}");
        let except: Vec<Id<City>> = except
            .0
            .iter()
            .enumerate()
            .filter_map(|(index, id)| resolver.written(id, &format!("{field}.except[{index}]")))
            .collect();
        if !except.is_empty() {
            resolver.require(because, &format!("{field}.because"), "why it does not hold for them");
        }
        Some(Self { severity, except })
    }
}
