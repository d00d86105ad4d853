//! Is a model sound? Nothing that passes here can make the engine stumble.

use super::{Cell, Fault, Funder, Model, ModelError, Part, Present, Source, Span, Station, Steps};
use crate::dice::MAX_CHILDREN;

/// Rounding that a sum of probabilities may show.
const SLACK: f64 = 1e-9;
/// The longest horizon: a little under what fits a tick.
const LONGEST: f64 = 131_000.0;

/// The most children at the start.
const MOST_PRESENT: u64 = 10_000_000;

/// The most children of all sources together that are expected in one replication: a little under the number of places.
const MOST_CHILDREN: f64 = 30e6;

type Checked = Result<(), Fault>;

fn when(wrong: bool, fault: Fault) -> Checked {
    if wrong { Err(fault) } else { Ok(()) }
}

fn amount(value: f64) -> bool {
    value.is_finite() && value >= 0.0
}

impl Model {
    /// Refuses what does not hold, and says where.
    pub(crate) fn check(&self) -> Result<(), ModelError> {
        let at = |part, checked: Checked| checked.map_err(|fault| ModelError { part, fault });
        at(Part::Model, self.check_whole())?;
        for (nr, station) in self.stations.iter().enumerate() {
            at(Part::Station(nr), self.check_station(nr, station))?;
        }
        for (nr, group) in self.groups.iter().enumerate() {
            let fits = group.cells.len() == self.stations.len();
            at(Part::Group(nr), when(!fits, Fault::NotOnePerStation))?;
            for (station, cell) in group.cells.iter().enumerate() {
                at(Part::Cell { group: nr, station }, self.check_cell(cell))?;
            }
        }
        for (nr, source) in self.sources.iter().enumerate() {
            at(Part::Source(nr), self.check_source(source))?;
        }
        for (nr, funder) in self.funders.iter().enumerate() {
            at(Part::Funder(nr), check_funder(funder))?;
        }
        for (nr, present) in self.present.iter().enumerate() {
            at(Part::Present(nr), self.check_present(*present))?;
        }
        Ok(())
    }

    fn check_whole(&self) -> Checked {
        when(!(self.horizon > 0.0 && self.horizon <= LONGEST), Fault::Horizon)?;
        when(!(self.warm_up >= 0.0 && self.warm_up < self.horizon), Fault::WarmUp)?;
        let many = self.stations.len() > 4_096 || self.groups.len() > 4_096 || self.funders.len() > 4_096;
        when(many || self.sources.len() + self.present.len() > 65_536, Fault::TooMany)?;
        let there = |row: &Present| u64::from(row.helped) + u64::from(row.waiting);
        when(self.present.iter().map(there).sum::<u64>() > MOST_PRESENT, Fault::TooManyPresent)?;
        let children: f64 = self.sources.iter().map(|source| source.ceiling * self.horizon).sum();
        when(children > MOST_CHILDREN, Fault::TooManyChildren)
    }

    fn check_station(&self, nr: usize, station: &Station) -> Checked {
        station.servers.check()?;
        when(station.overflow.is_some() && station.queue_limit.is_none(), Fault::OverflowWithoutLimit)?;
        if let Some(funding) = station.funding {
            when(!amount(funding.per_day), Fault::Amount)?;
            when(funding.funder >= self.funders.len(), Fault::Unknown)?;
        }
        let mut next = station.overflow;
        for _ in &self.stations {
            let Some(to) = next else { return Ok(()) };
            when(to == nr, Fault::OverflowCircle)?;
            next = self.stations.get(to).ok_or(Fault::Unknown)?.overflow;
        }
        // A circle that this station only leads into is told of its own stations.
        Ok(())
    }

    fn check_present(&self, row: Present) -> Checked {
        when(row.group >= self.groups.len(), Fault::Unknown)?;
        let station = self.stations.get(row.station).ok_or(Fault::Unknown)?;
        let here = self.present.iter().filter(|other| other.station == row.station);
        let waiting: u64 = here.map(|other| u64::from(other.waiting)).sum();
        when(station.queue_limit.is_some_and(|limit| waiting > u64::from(limit)), Fault::TooManyPresent)
    }

    fn check_cell(&self, cell: &Cell) -> Checked {
        let known = |to: super::Destination| to.station < self.stations.len() && to.group < self.groups.len();
        cell.service.check()?;
        when(cell.priority > 7, Fault::Priority)?;
        if let Some(patience) = cell.patience {
            patience.span.check()?;
            when(patience.then.is_some_and(|to| !known(to)), Fault::Unknown)?;
        }
        when(cell.routes.iter().any(|route| !known(route.to)), Fault::Unknown)?;
        let probabilities: Vec<f64> = cell.routes.iter().map(|route| route.probability).collect();
        when(together(&probabilities)? > 1.0 + SLACK, Fault::Probability)
    }

    fn check_source(&self, source: &Source) -> Checked {
        when(source.group >= self.groups.len(), Fault::Unknown)?;
        when(source.entry.len() != self.stations.len(), Fault::NotOnePerStation)?;
        source.rate.check()?;
        let rates =
            || std::iter::once(source.rate.first).chain(source.rate.changes.iter().map(|change| change.1));
        when(!amount(source.ceiling) || rates().any(|rate| !amount(rate)), Fault::Amount)?;
        when(rates().any(|rate| rate > source.ceiling), Fault::AboveCeiling)?;
        #[expect(clippy::cast_precision_loss, reason = "a power of two")]
        let most = 0.95 * MAX_CHILDREN as f64;
        when(source.ceiling * self.horizon > most, Fault::TooManyChildren)?;
        when((together(&source.entry)? - 1.0).abs() > SLACK, Fault::Probability)
    }
}

fn check_funder(funder: &Funder) -> Checked {
    funder.budget.check()?;
    let budgets =
        std::iter::once(funder.budget.first).chain(funder.budget.changes.iter().map(|change| change.1));
    when(budgets.into_iter().any(|budget| !amount(budget)), Fault::Amount)
}

fn together(probabilities: &[f64]) -> Result<f64, Fault> {
    when(probabilities.iter().any(|p| !(0.0..=1.0).contains(p)), Fault::Probability)?;
    Ok(probabilities.iter().sum())
}

impl<T> Steps<T> {
    fn check(&self) -> Checked {
        let mut before = 0.0;
        for (day, _) in &self.changes {
            when(!day.is_finite() || *day <= before, Fault::Days)?;
            before = *day;
        }
        Ok(())
    }
}

impl Span {
    fn check(self) -> Checked {
        let positive = |value: f64| value.is_finite() && value > 0.0;
        let sound = match self {
            Self::Fixed(days) => amount(days),
            Self::Exponential { mean } => positive(mean),
            Self::Lognormal { mean, cv } => positive(mean) && positive(cv),
        };
        when(!sound, Fault::Duration)
    }
}

#[cfg(test)]
mod tests;
