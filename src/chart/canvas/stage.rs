//! Keeps the two canvases of a chart in step with what they should show: at most once in a frame,
//! and not at all while they have no space.

use super::picture::Picture;
use super::ruler::Ruler;
use super::surface::{CanvasSurface, context_of};
use super::watch::{SizeWatch, dpr, is_on_paper, watch_dpr, watch_looks};
use crate::browser::frame::OncePerFrame;
use crate::browser::scroll::length_px;
use crate::browser::timing::span;
use crate::chart::draw::{Pointed, draw_chart, draw_overlay};
use crate::chart::ink::Palette;
use crate::chart::layout::Layout;
use crate::chart::model::ChartModel;
use crate::chart::palette;
use crate::shared::Shared;
use gloo_events::EventListener;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use web_sys::{HtmlCanvasElement, HtmlElement};

/// How wide a chart is drawn on paper; the style sheet knows what stands beside it.
const PAPER_WIDTH: &str = "--paper-width";
/// How many times larger than usual a chart is drawn.
const ZOOM: &str = "--chart-zoom";

/// The elements of a chart.
#[derive(Clone)]
pub struct Elements {
    /// What the canvases fill.
    pub host: HtmlElement,
    /// The lower canvas.
    pub base: HtmlCanvasElement,
    /// The upper canvas.
    pub overlay: HtmlCanvasElement,
    /// An empty element whose colour is looked at.
    pub probe: HtmlElement,
}

/// Draws a chart's canvases until it is dropped.
pub struct Stage {
    inner: Rc<Inner>,
    _size: Option<SizeWatch>,
    _looks: Vec<EventListener>,
}

/// What is out of date.
#[derive(Clone, Copy, Default)]
struct Stale {
    palette: bool,
    base: bool,
    overlay: bool,
}

struct Inner {
    elements: Elements,
    frame: OncePerFrame,
    laid_out: Box<dyn Fn(Shared<Layout>)>,
    model: RefCell<Option<Shared<ChartModel>>>,
    pointed: RefCell<Pointed>,
    size: Cell<(f64, f64)>,
    zoom: Cell<f64>,
    stale: Cell<Stale>,
    style: RefCell<Option<(Palette, Rc<Ruler>)>>,
    layout: RefCell<Option<Shared<Layout>>>,
    dpr: RefCell<(f64, Option<EventListener>)>,
}

impl Stage {
    /// Takes over the canvases. `laid_out` hears where everything stands, after each drawing.
    pub fn new(elements: Elements, laid_out: impl Fn(Shared<Layout>) + 'static) -> Self {
        let host = elements.host.clone();
        let inner = Rc::new_cyclic(|inner| Inner::new(elements, Box::new(laid_out), inner.clone()));
        let resized = Rc::downgrade(&inner);
        let size = SizeWatch::new(&host, move |width, height| {
            if let Some(inner) = resized.upgrade() {
                inner.resize(width, height);
            }
        });
        let changed = Rc::downgrade(&inner);
        let looks = watch_looks(move || {
            if let Some(inner) = changed.upgrade() {
                inner.restyle_now();
            }
        });
        Self {
            inner,
            _size: size,
            _looks: looks,
        }
    }

    /// Shows `model`.
    pub fn show(&self, model: Option<Shared<ChartModel>>) {
        self.inner.model.replace(model);
        self.inner.request(|stale| stale.base = true);
    }

    /// Shows what is pointed at.
    pub fn point(&self, pointed: Pointed) {
        if *self.inner.pointed.borrow() != pointed {
            self.inner.pointed.replace(pointed);
            self.inner.request(|stale| stale.overlay = true);
        }
    }

    /// The chart as a picture, where there is one.
    pub fn picture(&self, credit: &str) -> Option<HtmlCanvasElement> {
        let (model, style) = (self.inner.model.borrow(), self.inner.style.borrow());
        let (palette, ruler) = style.as_ref()?;
        let picture = Picture {
            palette,
            ruler,
            credit,
        };
        picture.of_chart(model.as_ref()?, self.inner.size.get())
    }

    /// Reads the colours anew.
    pub fn restyle(&self) {
        self.inner.request(|stale| stale.palette = true);
    }
}

impl Inner {
    fn new(elements: Elements, laid_out: Box<dyn Fn(Shared<Layout>)>, inner: Weak<Self>) -> Self {
        let frame = OncePerFrame::new(move || {
            if let Some(inner) = inner.upgrade() {
                inner.draw();
            }
        });
        Self {
            elements,
            frame,
            laid_out,
            model: RefCell::default(),
            pointed: RefCell::default(),
            size: Cell::default(),
            zoom: Cell::new(1.0),
            stale: Cell::default(),
            style: RefCell::default(),
            layout: RefCell::default(),
            dpr: RefCell::default(),
        }
    }

    fn request(&self, mark: impl FnOnce(&mut Stale)) {
        let mut stale = self.stale.get();
        mark(&mut stale);
        self.stale.set(stale);
        self.frame.request();
    }

    /// Draws at once: no frame comes between the print style and the paper.
    fn restyle_now(&self) {
        self.stale.set(Stale {
            palette: true,
            ..self.stale.get()
        });
        self.draw();
    }

    /// Draws at once: the browser tells sizes before it paints, so no stretched canvas is seen. The
    /// first drawing can wait for the frame after: what stands beside the chart is read before it. On
    /// paper it is the drawing that gives its place a height.
    fn resize(&self, width: f64, height: f64) {
        let zoom = zoom_of(&self.elements.host);
        self.zoom.set(zoom);
        let size = ((width / zoom).floor(), (height / zoom).floor());
        if self.layout.borrow().is_none() {
            self.size.set(size);
            return self.request(|stale| stale.base = true);
        }
        if !is_on_paper() && self.size.replace(size) != size {
            self.stale.set(Stale {
                base: true,
                ..self.stale.get()
            });
            self.draw();
        }
    }

    /// Size of the drawing. Nobody tells how wide the chart will be on paper, and what is stretched
    /// or shrunk cannot be read.
    fn size(&self) -> (f64, f64) {
        let (width, height) = self.size.get();
        let on_paper = || length_px(&self.elements.host, PAPER_WIDTH);
        let paper = is_on_paper().then(on_paper).flatten();
        (paper.unwrap_or(width), height)
    }

    fn draw(&self) {
        let (width, height) = self.size.get();
        if width < 1.0 || height < 1.0 {
            return;
        }
        let mut stale = self.stale.take();
        stale.palette |= self.style.borrow().is_none();
        if stale.palette {
            self.read_style();
        }
        stale.base |= stale.palette | self.follow_dpr();
        if stale.base {
            self.draw_base();
        }
        if stale.base || stale.overlay {
            self.draw_overlay();
        }
    }

    fn read_style(&self) {
        let Some(context) = context_of(&self.elements.base) else {
            return;
        };
        let Some(palette) = palette::read(&self.elements.probe, &context) else {
            return;
        };
        let known = self.style.take().map(|(_, ruler)| ruler);
        let ruler = known.filter(|ruler| ruler.measures(&palette.font));
        let ruler = ruler.unwrap_or_else(|| Rc::new(Ruler::new(context, palette.font.clone())));
        self.style.replace(Some((palette, ruler)));
    }

    /// Whether the device pixel ratio has changed; keeps an eye on the new one.
    fn follow_dpr(&self) -> bool {
        let now = dpr();
        let changed = (self.dpr.borrow().0 - now).abs() > f64::EPSILON;
        if changed {
            let frame = self.frame.clone();
            self.dpr
                .replace((now, watch_dpr(now, move || frame.request())));
        }
        changed
    }

    fn draw_base(&self) {
        let (model, style) = (self.model.borrow(), self.style.borrow());
        let (Some(model), Some((palette, ruler))) = (&*model, &*style) else {
            self.layout.take();
            return self.wipe();
        };
        // A canvas that is given a font has the page's styles brought up to date. Where they are not,
        // because views around it are new, that is their time and not the drawing's.
        self.zoom.set(zoom_of(&self.elements.host));
        let layout = span("paceboard:chart", || {
            self.lay_out_and_draw(model, palette, ruler)
        });
        self.layout.replace(Some(layout.clone()));
        (self.laid_out)(layout);
    }

    fn lay_out_and_draw(
        &self,
        model: &ChartModel,
        palette: &Palette,
        ruler: &Rc<Ruler>,
    ) -> Shared<Layout> {
        let width_px = |text: &str, face| ruler.width_px(text, face);
        let layout = Shared::new(Layout::new(model, self.size(), &width_px));
        if let Some(surface) = self.surface(&self.elements.base, ruler) {
            report(draw_chart(&surface, model, &layout, palette));
        }
        layout
    }

    fn draw_overlay(&self) {
        let (model, style, layout) = (
            self.model.borrow(),
            self.style.borrow(),
            self.layout.borrow(),
        );
        let (Some(model), Some((palette, ruler)), Some(layout)) = (&*model, &*style, &*layout)
        else {
            return;
        };
        if let Some(surface) = self.surface(&self.elements.overlay, ruler) {
            report(draw_overlay(
                &surface,
                model,
                layout,
                palette,
                &self.pointed.borrow(),
            ));
        }
    }

    fn wipe(&self) {
        for canvas in [&self.elements.base, &self.elements.overlay] {
            canvas.set_width(0);
        }
    }

    fn surface(
        &self,
        canvas: &HtmlCanvasElement,
        ruler: &Rc<Ruler>,
    ) -> Option<Rc<RefCell<CanvasSurface>>> {
        let dpr = self.dpr.borrow().0 * self.zoom.get();
        let surface = CanvasSurface::new(canvas, self.size(), dpr, Rc::clone(ruler))?;
        Some(Rc::new(RefCell::new(surface)))
    }
}

/// Seen from afar everything is drawn larger, words and lines too; the style sheet says so.
fn zoom_of(host: &HtmlElement) -> f64 {
    length_px(host, ZOOM).unwrap_or(1.0)
}

/// A canvas that refuses a stroke leaves a hole in the chart; the page goes on.
fn report<E: std::fmt::Display>(drawn: Result<(), E>) {
    if let Err(error) = drawn {
        web_sys::console::error_1(&error.to_string().into());
    }
}
