//! Laws of the geometry, and that the land comes out whole wherever the sphere is cut.

use std::f64::consts::PI;

use proptest::prelude::*;

use super::*;

fn position() -> impl Strategy<Value = Position> {
    // The places where mistakes hide are tried often.
    let longitude = prop_oneof![-180.0..=180.0, Just(-180.0), Just(0.0), Just(180.0), Just(90.0)];
    let latitude = prop_oneof![-90.0..=90.0, Just(-90.0), Just(0.0), Just(90.0)];
    (longitude, latitude).prop_map(|(longitude, latitude)| Position::at(longitude, latitude))
}

fn opposite(position: Position) -> Position {
    Position(position.0.map(|part| -part))
}

/// The area of a ring on paper, which is less than nothing if it lies on the right.
fn area(ring: &[Point]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(one, other)| (one[0] * other[1] - other[0] * one[1]) / 2.0).sum()
}

fn longest_step(ring: &[Point]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    let steps = ring
        .iter()
        .zip(next)
        .map(|(one, other)| ((one[0] - other[0]).powi(2) + (one[1] - other[1]).powi(2)).sqrt());
    steps.fold(0.0, f64::max)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_way_leads_from_end_to_end_in_even_steps(from in position(), to in position()) {
        let way = from.way_to(to, 0.1);
        prop_assert_eq!((way[0], way[way.len() - 1]), (from, to));
        let whole: f64 = way.windows(2).map(|step| step[0].angle_to(step[1])).sum();
        prop_assert!((whole - from.angle_to(to)).abs() < 1e-6, "{} of {}", whole, from.angle_to(to));
        for step in way.windows(2) {
            prop_assert!(step[0].angle_to(step[1]) < 0.1 + 1e-9);
        }
    }

    #[test]
    fn a_distance_is_the_same_both_ways_and_at_most_half_around(one in position(), other in position()) {
        let distance = one.kilometres_to(other);
        prop_assert!((distance - other.kilometres_to(one)).abs() < 1e-6);
        prop_assert!((0.0..20_016.0).contains(&distance));
        prop_assert!(one.kilometres_to(one) < 1e-6);
        prop_assert!((one.kilometres_to(opposite(one)) - 20_015.115).abs() < 0.01);
    }

    #[test]
    fn the_midpoint_is_as_far_from_both(one in position(), other in position()) {
        for other in [other, one, opposite(one)] {
            let middle = one.midpoint(other);
            let (near, far) = (one.angle_to(middle), middle.angle_to(other));
            prop_assert!((near - far).abs() < 1e-6, "{} and {}", near, far);
            prop_assert!((near + far - one.angle_to(other)).abs() < 1e-6);
        }
    }

    #[test]
    fn the_land_on_a_globe_lies_in_its_circle_and_has_its_area(centre in position()) {
        let globe = Globe::around(centre);
        let rings = project_rings(land(), &globe);
        for [x, y] in rings.iter().flatten() {
            prop_assert!(x.hypot(*y) < 1.0 + 1e-9, "{} {}", x, y);
        }
        prop_assert!(rings.iter().all(|ring| longest_step(ring) < 0.2));
        let total: f64 = rings.iter().map(|ring| area(ring)).sum();
        prop_assert!((0.0..PI).contains(&total), "{}", total);
    }

    #[test]
    fn a_globe_shows_land_where_there_is_land(
        centre in position(), radius in 0.0..0.98f64, turn in 0.0..2.0 * PI,
    ) {
        let globe = Globe::around(centre);
        let (x, y) = (radius * turn.cos(), radius * turn.sin());
        let depth = (1.0 - radius * radius).sqrt();
        let [east, north] = globe.directions();
        let seen = [0, 1, 2].map(|axis| x * east[axis] + y * north[axis] + depth * centre.0[axis]);
        let seen = Position(seen);
        if !is_near_a_coast(seen) {
            let rings = project_rings(land(), &globe);
            prop_assert_eq!(winding(&rings, [x, y]) != 0, is_on_land(seen));
        }
    }

    #[test]
    fn the_land_on_the_whole_earth_has_its_area_wherever_it_is_cut(longitude in -180.0..180.0) {
        let projection = EqualEarth::around(longitude);
        let rings = project_rings(land(), &projection);
        for ring in &rings {
            prop_assert!(longest_step(ring) < 0.35, "{}", longest_step(ring));
        }
        for [x, y] in rings.iter().flatten() {
            prop_assert!(x.abs() < 2.7067 && y.abs() < 1.3174, "{} {}", x, y);
        }
        // 28.9 hundredths of the earth, as the rings themselves have it.
        let total: f64 = rings.iter().map(|ring| area(ring)).sum();
        prop_assert!((total / (4.0 * PI) - 0.2887).abs() < 0.001, "{}", total / (4.0 * PI));
    }

    #[test]
    fn a_line_is_drawn_from_end_to_end_without_a_stroke_across(
        from in position(), to in position(), longitude in -180.0..180.0,
    ) {
        let projection = EqualEarth::around(longitude);
        let parts = project_line(&from.way_to(to, 0.02), &projection);
        for part in &parts {
            for step in part.windows(2).filter(|step| step[0][1].abs().max(step[1][1].abs()) < 1.2) {
                prop_assert!((step[0][0] - step[1][0]).hypot(step[0][1] - step[1][1]) < 0.25);
            }
        }
        let ends = [from, to].map(|end| projection.project(end));
        let drawn = [parts.first().and_then(|part| part.first()), parts.last().and_then(|part| part.last())];
        prop_assert_eq!(ends, drawn.map(Option::<&Point>::copied));
    }

    #[test]
    fn a_cropped_outline_lies_in_its_rectangle(
        ring in prop::collection::vec(prop::array::uniform2(-10.0..10.0), 0..12),
    ) {
        let cropped = crop(&ring, [-3.0, -2.0], [4.0, 5.0]);
        for [x, y] in cropped {
            prop_assert!((-3.0..=4.0).contains(&x) && (-2.0..=5.0).contains(&y));
        }
    }

    #[test]
    fn a_simpler_line_is_nowhere_farther_off_than_allowed(
        line in prop::collection::vec(prop::array::uniform2(-10.0..10.0), 1..40),
    ) {
        let simple = simplify(&line, 1.5);
        prop_assert_eq!((simple.first(), simple.last()), (line.first(), line.last()));
        for point in &line {
            let near = simple.windows(2).map(|part| to_part(*point, part[0], part[1]));
            prop_assert!(simple.contains(point) || near.fold(f64::MAX, f64::min) <= 1.5 + 1e-9);
        }
    }
}

fn to_part(point: Point, from: Point, to: Point) -> f64 {
    let way = [to[0] - from[0], to[1] - from[1]];
    let length = way[0].powi(2) + way[1].powi(2);
    let along = (point[0] - from[0]) * way[0] + (point[1] - from[1]) * way[1];
    let share = if length > 0.0 { (along / length).clamp(0.0, 1.0) } else { 0.0 };
    (point[0] - from[0] - share * way[0]).hypot(point[1] - from[1] - share * way[1])
}

/// Whether a point lies on land, found on a plane that is cut on the other side of the earth.
fn is_on_land(position: Position) -> bool {
    let projection = EqualEarth::around(position.longitude().to_degrees());
    let rings = project_rings(land(), &projection);
    projection.project(position).is_some_and(|point| winding(&rings, point) != 0)
}

fn is_near_a_coast(position: Position) -> bool {
    let way = |ring: &Ring| {
        let next = ring.points().iter().cycle().skip(1);
        let mut steps = ring.points().iter().zip(next);
        steps.any(|(one, other)| {
            one.angle_to(position).min(other.angle_to(position)) < one.angle_to(*other) + 0.02
        })
    };
    land().iter().any(way)
}

/// How often rings go around a point, counterclockwise.
fn winding(rings: &[Vec<Point>], [x, y]: Point) -> i32 {
    let mut winding = 0;
    for ring in rings {
        for (one, other) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            let side = (other[0] - one[0]) * (y - one[1]) - (x - one[0]) * (other[1] - one[1]);
            winding += match (one[1] <= y, other[1] <= y) {
                (true, false) if side > 0.0 => 1,
                (false, true) if side < 0.0 => -1,
                _ => 0,
            };
        }
    }
    winding
}

#[test]
fn equal_earth_is_where_others_have_it() {
    // As d3-geo 3.1 projects it: scale(1), translate([0, 0]), upside down.
    let projection = EqualEarth::around(0.0);
    for (longitude, latitude, x, y) in [
        (0.0, 0.0, 0.0, 0.0),
        (180.0, 0.0, 2.706_629_98, 0.0),
        (0.0, 90.0, 0.0, 1.317_362_76),
        (90.0, 45.0, 1.159_854_50, 0.860_231_09),
    ] {
        let at = projection.project(Position::at(longitude, latitude)).expect("all can be seen");
        assert!((at[0] - x).abs() < 1e-6 && (at[1] - y).abs() < 1e-6, "{at:?}, not {x} {y}");
    }
}

#[test]
fn a_lake_on_the_horizon_is_no_land() {
    // A ring of land around a lake, seen so that the horizon cuts both.
    let square = |size: f64| vec![[-size, -size], [size, -size], [size, size], [-size, size]];
    let ring = |points: Vec<[f64; 2]>| {
        Ring::new(points.into_iter().map(|[x, y]| Position::at(x, y)).collect())
    };
    let lake = ring(square(5.0).into_iter().rev().collect());
    let rings = project_rings(&[ring(square(10.0)), lake], &Globe::around(Position::at(90.0, 0.0)));
    assert_eq!(rings.len(), 1, "land and lake are one outline there");
    let near_the_edge = |degrees: f64| [-(90.0 - degrees).to_radians().sin(), 0.0];
    assert_eq!(winding(&rings, near_the_edge(2.0)), 0, "the lake");
    assert_eq!(winding(&rings, near_the_edge(8.5)), 1, "the land around it");
}

#[test]
fn a_path_is_short() {
    let mut path = Path::default();
    path.ring(&[[0.2, 0.0], [10.0, 0.4], [10.3, -5.0], [0.0, 0.0]]);
    path.line(&[[3.0, 3.0], [3.2, 3.1]]);
    path.line(&[[3.0, 3.0], [1.0, 4.0]]);
    assert_eq!(path.finish(), "M0 0l10 0 0-5zM3 3l-2 1");
}
