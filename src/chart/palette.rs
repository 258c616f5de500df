//! Reads the colours and the typeface of a chart from the page.

use super::ink::{Ink, Palette};
use super::model::PEERS_MOST;
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration, HtmlElement};

/// The colours of equals.
const PEERS: [&str; PEERS_MOST] = [
    "--chart-1",
    "--chart-2",
    "--chart-3",
    "--chart-4",
    "--chart-5",
    "--chart-6",
];

/// Reads the palette in force at `probe`, an empty element within the chart. Colours are taken
/// from its computed `color`, so that every way of writing them in CSS works, system colours of
/// forced-colours mode included. `context` turns what remains into red, green and blue.
pub fn read(probe: &HtmlElement, context: &CanvasRenderingContext2d) -> Option<Palette> {
    let computed = web_sys::window()?.get_computed_style(probe).ok()??;
    let ink = |token: &str| ink(token, probe, &computed, context);
    Some(Palette {
        accent: ink("--chart-accent"),
        muted: ink("--chart-muted"),
        plan: ink("--chart-plan"),
        peers: PEERS.map(ink),
        gain: ink("--gain"),
        loss: ink("--loss"),
        goal: ink("--chart-goal"),
        band: ink("--chart-band"),
        grid: ink("--chart-grid"),
        text: ink("--chart-text"),
        text_muted: ink("--chart-text-muted"),
        surface: ink("--surface"),
        font: computed.get_property_value("font-family").ok()?,
    })
}

fn ink(
    token: &str,
    probe: &HtmlElement,
    computed: &CssStyleDeclaration,
    context: &CanvasRenderingContext2d,
) -> Ink {
    probe
        .style()
        .set_property("color", &format!("var({token})"))
        .ok();
    let colour = computed.get_property_value("color").unwrap_or_default();
    parse(&colour)
        .or_else(|| parse(&normal(&colour, context)))
        .unwrap_or(Ink {
            3: 1.0,
            ..Ink::default()
        })
}

/// The colour as a canvas writes it: `#rrggbb` or `rgba(…)`.
fn normal(colour: &str, context: &CanvasRenderingContext2d) -> String {
    context.set_fill_style_str(colour);
    context.fill_style().as_string().unwrap_or_default()
}

/// Reads `#rrggbb`, `rgb(…)`, `rgba(…)` and `color(srgb …)`.
fn parse(colour: &str) -> Option<Ink> {
    if let Some(digits) = colour.strip_prefix('#') {
        let number = u32::from_str_radix(digits, 16)
            .ok()
            .filter(|_| digits.len() == 6)?;
        let [_, red, green, blue] = number.to_be_bytes();
        return Some(Ink {
            0: red,
            1: green,
            2: blue,
            3: 1.0,
        });
    }
    let (name, rest) = colour.split_once('(')?;
    let (rest, full) = match name {
        "rgb" | "rgba" => (rest, 1.0),
        "color" => (rest.strip_prefix("srgb ")?, 255.0),
        _ => return None,
    };
    let mut numbers = rest.split([',', ' ', '/', ')']).filter_map(number);
    let mut channel = || Some((numbers.next()? * full).round().clamp(0.0, 255.0) as u8);
    let (red, green, blue) = (channel()?, channel()?, channel()?);
    Some(Ink {
        0: red,
        1: green,
        2: blue,
        3: numbers.next().unwrap_or(1.0).clamp(0.0, 1.0),
    })
}

/// A decimal number without sign or exponent. The standard library reads all that floats can be,
/// and its tables for that weigh more than a chart's drawing code.
fn number(text: &str) -> Option<f64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = || whole.bytes().chain(fraction.bytes());
    let is_number = !text.is_empty() && digits().all(|byte| byte.is_ascii_digit());
    let value = digits().fold(0.0, |value, digit| value * 10.0 + f64::from(digit - b'0'));
    is_number.then(|| value / 10_f64.powi(fraction.len() as i32))
}

#[cfg(test)]
mod tests {
    use super::{Ink, parse};

    #[test]
    fn colours_as_browsers_write_them() {
        let check = |text: &str, rgb: (u8, u8, u8), alpha: f64| {
            assert_eq!(
                parse(text),
                Some(Ink {
                    0: rgb.0,
                    1: rgb.1,
                    2: rgb.2,
                    3: alpha
                }),
                "{text}"
            );
        };
        check("#0a80ff", (10, 128, 255), 1.0);
        check("rgb(10, 128, 255)", (10, 128, 255), 1.0);
        check("rgba(10, 128, 255, 0.5)", (10, 128, 255), 0.5);
        check("rgb(10 128 255 / 0.25)", (10, 128, 255), 0.25);
        check("color(srgb 0 0.5 1)", (0, 128, 255), 1.0);
        check("color(srgb 0 0.5 1 / 0.1)", (0, 128, 255), 0.1);
        for other in ["", "#fff", "oklch(0.7 0.1 200)", "rgb(1, 2)"] {
            assert_eq!(parse(other), None, "{other}");
        }
    }
}
