//! The figures of a CSV file: rows in any order, then a block without holes.

use super::rows::Table;
use super::{CsvFault, CsvSettings, in_column, line_of};
use crate::contract::entries::{Repeats, repeats};
use crate::contract::error::{ContractErrorKind, Counted};
use crate::contract::fault::Fault;
use crate::contract::series::warn_of_gaps;
use crate::contract::warning::{Place, WarningKind, Warnings};
use crate::contract::{Parsed, limits, names, values};
use crate::model::{
    AsOf, Block, Cells, Channels, Currency, Dataset, Day, DayRange, FiscalCalendar, Metric,
    Programme, Provenance,
};
use paceboard_figures::sum_of_sizes;
use std::sync::Arc;

/// Figures with the channel and the day that each row is about.
#[derive(Debug)]
pub(super) struct Figures {
    pub metrics: Vec<Metric>,
    rows: Vec<(u32, Day, usize)>,
    cells: Vec<i64>,
    range: Option<DayRange>,
}

impl Figures {
    pub fn new(metrics: Vec<Metric>) -> Self {
        Self {
            metrics,
            rows: Vec::new(),
            cells: Vec::new(),
            range: None,
        }
    }

    /// Starts a row, whose date stands at `offset`.
    pub fn row(&mut self, channel: u32, day: Day, offset: usize) -> Result<(), Fault> {
        let known = self.range.unwrap_or(DayRange::new(day, day));
        let range = DayRange::new(known.from().min(day), known.to().max(day.plus(1)));
        if range.len() > limits::TABLE_DAYS {
            return Err(values::too_many_days(offset));
        }
        if self.cells.len() >= limits::CELLS {
            return Err(too_many_cells(offset));
        }
        self.range = Some(range);
        self.rows.push((channel, day, offset));
        Ok(())
    }

    /// Adds the next figure of the row, in the order of the metrics.
    pub fn cell(&mut self, figure: i64) {
        self.cells.push(figure);
    }

    /// Tells `tolerate` of each row whose channel and day an earlier row has.
    pub fn each_once(
        &self,
        channels: &Channels,
        tolerate: &mut dyn FnMut(CsvFault) -> Result<(), CsvFault>,
    ) -> Result<(), CsvFault> {
        let days = self.range.map_or(0, DayRange::len);
        let count = channels.len() * days;
        // A browser counts sizes in 32 bits, which all channels × days × metrics can leave.
        if count as u64 * self.metrics.len() as u64 > limits::CELLS as u64 {
            return Err(too_many_cells(0).into());
        }
        let mut taken = vec![false; count];
        for &(channel, day, offset) in &self.rows {
            let since = self.range.map_or(0, |range| day.days_since(range.from()));
            let cell = channel as usize * days + since as usize;
            if std::mem::replace(&mut taken[cell], true) {
                let (channel, day) = (channels.id[channel as usize].to_string(), day.to_string());
                let kind = ContractErrorKind::DuplicateRow { channel, day };
                in_column(Err(Fault::new(offset, kind)), "date").or_else(&mut *tolerate)?;
            }
        }
        Ok(())
    }

    /// The block of all figures, with gaps where there is no row; each channel and day has one at most.
    fn block(&self, channels: &Channels) -> Result<Block, CsvFault> {
        let range = self
            .range
            .ok_or_else(|| Fault::new(0, ContractErrorKind::NoRows))?;
        let (days, count) = (range.len(), channels.len() * range.len());
        let mut columns = vec![vec![Cells::GAP; count]; self.metrics.len()];
        let rows = self.cells.chunks(self.metrics.len().max(1));
        for (&(channel, day, _), figures) in self.rows.iter().zip(rows) {
            let cell = channel as usize * days + day.days_since(range.from()) as usize;
            for (column, &figure) in columns.iter_mut().zip(figures) {
                column[cell] = figure;
            }
        }
        let cells = columns.into_iter().map(|values| Cells { values });
        let metrics = self.metrics.iter().copied().zip(cells).collect();
        Ok(Block {
            range,
            channels: 0..channels.len() as u32,
            metrics,
            part: None,
        })
    }
}

impl Table {
    /// The dataset of the file and the settings. It ends with its last day.
    pub fn finish(
        mut self,
        bytes: &[u8],
        settings: &CsvSettings,
        currency: Currency,
        calendar: FiscalCalendar,
    ) -> Result<Parsed, CsvFault> {
        let provinces = self.roster.take_provinces();
        let categories = self.roster.categories();
        let channels = self.roster.channels;
        self.figures.each_once(&channels, &mut Err)?;
        let block = self.figures.block(&channels)?;
        check_sums(&block)?;
        warn(&block, &channels, &mut self.warnings);
        let last = block.range.last().unwrap_or(block.range.from());
        let dataset = Dataset {
            as_of: AsOf {
                text: format!("{last}T23:59:59Z"),
                day: last,
            },
            provenance: Provenance::default(),
            calendar,
            currency,
            programme: programme(settings, &mut self.warnings)?,
            categories,
            partners: self.roster.partners,
            provinces,
            channels: Arc::new(channels),
            blocks: vec![Arc::new(block)],
            parts: Vec::new(),
            curves: None,
            totals: None,
            daily: None,
            events: Vec::new(),
            programme_history: Vec::new(),
            scope: None,
            support: Vec::new(),
        };
        let warnings = self
            .warnings
            .finish(|offset| format!("line {}", line_of(bytes, offset)));
        Ok(Parsed { dataset, warnings })
    }
}

fn programme(settings: &CsvSettings, warnings: &mut Warnings) -> Result<Programme, Fault> {
    Ok(Programme {
        name: names::name((0, &settings.name), warnings)?,
        metric: Metric::Gmv,
        channel_goal: settings.channel_goal.filter(|goal| goal.minor() > 0),
        target_channels: settings.target_channels.filter(|&target| target > 0),
        partner_goal: settings.partner_goal.filter(|goal| goal.minor() > 0),
        target_partners: settings.target_partners.filter(|&target| target > 0),
        refund_days: None,
    })
}

fn check_sums(block: &Block) -> Result<(), Fault> {
    let fits = |cells: &Cells| sum_of_sizes(&cells.values) <= i64::MAX as u128;
    match block.metrics.iter().find(|(_, cells)| !fits(cells)) {
        Some((metric, _)) => {
            let column = metric.name().to_owned();
            Err(Fault::new(0, ContractErrorKind::SumTooLarge { column }))
        }
        None => Ok(()),
    }
}

/// Counts gaps and shared names. A place is told by the table's own words, so that it reads alike
/// in each language.
fn warn(block: &Block, channels: &Channels, warnings: &mut Warnings) {
    let place = |metric: Metric, channel: usize, day: usize| {
        let day = block.range.from().plus(day as i32);
        format!("{} · {} · {day}", metric.name(), channels.id[channel])
    };
    warn_of_gaps(block, &channels.started, &[], &place, warnings);
    let names = &mut channels.name.iter().map(String::as_str);
    if let Some(Repeats { count, index, .. }) = repeats(names) {
        let place = || Place::Path(format!("channel {}", channels.id[index]));
        warnings.add(WarningKind::DuplicateName, count, place);
    }
}

fn too_many_cells(offset: usize) -> Fault {
    let (what, limit) = (Counted::Cells, limits::CELLS);
    Fault::new(offset, ContractErrorKind::TooMany { what, limit })
}
