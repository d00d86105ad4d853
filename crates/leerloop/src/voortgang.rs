//! Progress while something takes long: a bar on a terminal, a line per phase elsewhere.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// A bar for one phase.
pub(crate) struct Voortgang(ProgressBar);

impl Voortgang {
    /// Starts a phase of about `total` steps.
    pub(crate) fn start(what: &str, total: u64) -> Self {
        let bar = ProgressBar::new(total);
        if bar.is_hidden() {
            eprintln!("{what} …");
        }
        let style = ProgressStyle::with_template(
            "{msg:<34} {bar:32.cyan/white} {percent:>3}%  {pos} {elapsed_precise}",
        );
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.set_message(what.to_owned());
        bar.enable_steady_tick(Duration::from_millis(200));
        Self(bar)
    }

    /// Moves on by some steps; the bar grows when there are more than was expected.
    pub(crate) fn advance(&self, steps: u64) {
        self.0.inc(steps);
        if self.0.length().is_some_and(|length| length < self.0.position()) {
            self.0.set_length(self.0.position());
        }
    }
}

impl Drop for Voortgang {
    fn drop(&mut self) {
        self.0.set_length(self.0.position().max(1));
        self.0.finish();
    }
}
