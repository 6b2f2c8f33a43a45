//! Writes findings for other programs: JSON, SARIF, and annotations for `GitHub`.
