//! Exponential and normal numbers in a few instructions (G. Marsaglia and W. W. Tsang, The ziggurat method, 2000).

use crate::dice::{Rolls, unit};

const LAYERS: usize = 256;

/// The layers of both shapes. Layer `i` reaches to `x[i]`, and the density there is `f[i]`.
#[derive(Clone, Debug)]
pub(crate) struct Ziggurat {
    exponential: Layers,
    normal: Layers,
}

#[derive(Clone, Debug)]
struct Layers {
    x: [f64; LAYERS + 1],
    f: [f64; LAYERS + 1],
}

/// Where the tail begins, and the area of each layer (of the density without its constant factor), for 256 layers.
const EXPONENTIAL: (f64, f64) = (7.697_117_470_131_05, 0.003_949_659_822_581_557);
const NORMAL: (f64, f64) = (3.654_152_885_361_009, 0.004_928_673_233_974_655);

impl Layers {
    fn new((tail, area): (f64, f64), density: impl Fn(f64) -> f64, inverse: impl Fn(f64) -> f64) -> Self {
        let (mut x, mut f) = ([0.0; LAYERS + 1], [1.0; LAYERS + 1]);
        // Layer 0 is the base with the tail, as wide as a rectangle of its area would be.
        let (mut reach, mut height) = (tail, density(tail));
        let places = x.iter_mut().zip(f.iter_mut());
        for (layer, (place, at)) in places.take(LAYERS).enumerate() {
            if layer == 0 {
                (*place, *at) = (area / height, 0.0);
                continue;
            }
            (*place, *at) = (reach, height);
            height += area / reach;
            reach = if layer == LAYERS - 1 { 0.0 } else { inverse(height) };
        }
        Self { x, f }
    }
}

impl Ziggurat {
    pub(crate) fn new() -> Self {
        Self {
            exponential: Layers::new(EXPONENTIAL, |x| libm::exp(-x), |y| -libm::log(y)),
            normal: Layers::new(NORMAL, |x| libm::exp(-x * x / 2.0), |y| libm::sqrt(-2.0 * libm::log(y))),
        }
    }

    /// Exponential with mean 1.
    #[expect(clippy::indexing_slicing, reason = "eight bits and one more: within 257")]
    #[inline]
    pub(crate) fn exponential(&self, mut rolls: Rolls) -> f64 {
        let Layers { x, .. } = &self.exponential;
        // The layer from the lowest eight bits, the place in it from the highest 53: none is used twice.
        let bits = rolls.bits();
        let layer = (bits & 0xff) as usize;
        let place = unit(bits) * x[layer];
        if place < x[layer + 1] { place } else { self.exponential_edge(rolls, layer, place) }
    }

    /// The 1.1 % that fall outside the rectangles.
    #[expect(clippy::indexing_slicing, reason = "eight bits and one more: within 257")]
    #[cold]
    #[inline(never)]
    fn exponential_edge(&self, mut rolls: Rolls, mut layer: usize, mut place: f64) -> f64 {
        let Layers { x, f } = &self.exponential;
        loop {
            if layer == 0 {
                return EXPONENTIAL.0 - libm::log(1.0 - rolls.unit());
            }
            if f[layer] + (f[layer + 1] - f[layer]) * rolls.unit() < libm::exp(-place) {
                return place;
            }
            let bits = rolls.bits();
            layer = (bits & 0xff) as usize;
            place = unit(bits) * x[layer];
            if place < x[layer + 1] {
                return place;
            }
        }
    }

    /// Normal with mean 0 and deviation 1.
    #[expect(clippy::indexing_slicing, reason = "eight bits and one more: within 257")]
    #[inline]
    pub(crate) fn normal(&self, mut rolls: Rolls) -> f64 {
        let Layers { x, .. } = &self.normal;
        let bits = rolls.bits();
        let layer = (bits & 0xff) as usize;
        let place = (2.0 * unit(bits) - 1.0) * x[layer];
        if place.abs() < x[layer + 1] { place } else { self.normal_edge(rolls, layer, place) }
    }

    #[expect(clippy::indexing_slicing, reason = "eight bits and one more: within 257")]
    #[cold]
    #[inline(never)]
    fn normal_edge(&self, mut rolls: Rolls, mut layer: usize, mut place: f64) -> f64 {
        let Layers { x, f } = &self.normal;
        loop {
            if layer == 0 {
                return Self::normal_tail(rolls, place);
            }
            if f[layer] + (f[layer + 1] - f[layer]) * rolls.unit() < libm::exp(-place * place / 2.0) {
                return place;
            }
            let bits = rolls.bits();
            layer = (bits & 0xff) as usize;
            place = (2.0 * unit(bits) - 1.0) * x[layer];
            if place.abs() < x[layer + 1] {
                return place;
            }
        }
    }

    /// Beyond the last layer, on the side of `side` (Marsaglia 1964).
    fn normal_tail(mut rolls: Rolls, side: f64) -> f64 {
        loop {
            let over = -libm::log(1.0 - rolls.unit()) / NORMAL.0;
            let height = -libm::log(1.0 - rolls.unit());
            if 2.0 * height >= over * over {
                return (NORMAL.0 + over).copysign(side);
            }
        }
    }
}

#[cfg(test)]
mod tests;
