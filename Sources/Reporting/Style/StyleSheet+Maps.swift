extension StyleSheet {
    /// Maps: ground, lines, names, marks. Sizes are those of a desk; `--k` is how much larger marks and words are drawn
    /// where the map itself is drawn smaller.
    static let maps = """
        .atlasbox { position: relative; margin-block: var(--s1) var(--s2); min-width: 0; }
        .atlas { display: block; width: auto; height: auto; max-width: 100%; margin-inline: auto; overflow: hidden; }
        .atlas text { font-size: calc(12.5px * var(--k)); fill: var(--ink); text-anchor: middle; }
        .atlas.small text { font-size: calc(11px * var(--k)); }
        .atlas .names text {
          paint-order: stroke; stroke: var(--surface); stroke-width: calc(3px * var(--k)); stroke-linejoin: round;
          pointer-events: none;
        }
        .atlas .names .cap { font-size: calc(15px * var(--k)); font-weight: 650; }
        .atlas.small .names .cap { font-size: calc(12px * var(--k)); }
        .atlas .area { stroke: var(--surface); stroke-width: 1.25px; vector-effect: non-scaling-stroke; }
        .atlas .area:not(.none) { fill: var(--sunken); }
        .atlas .area.q1:not(.none) { fill: var(--q-1); }
        .atlas .area.q2:not(.none) { fill: var(--q-2); }
        .atlas .area.q3:not(.none) { fill: var(--q-3); }
        .atlas .area.q4:not(.none) { fill: var(--q-4); }
        .atlas .area.q5:not(.none) { fill: var(--q-5); }
        .atlas .area.none { stroke: var(--line-2); stroke-width: .75px; }
        .atlas .bg { fill: var(--surface); }
        .atlas .fg { stroke: var(--line-2); stroke-width: 1.1px; }
        .atlas .discs .area { stroke: var(--line-2); }
        .atlas .discs .p1 { stroke: var(--c-1); stroke-width: 2px; }
        .atlas .discs .p2 { stroke: var(--c-2); stroke-width: 2px; }
        .atlas .discs .p3 { stroke: var(--c-3); stroke-width: 2px; }
        .atlas .discs .p4 { stroke: var(--c-4); stroke-width: 2px; }
        .atlas .discs .p5 { stroke: var(--c-5); stroke-width: 2px; }
        .atlas .discs .p6 { stroke: var(--c-6); stroke-width: 2px; }
        .atlas a:hover .area, .atlas a:focus-visible .area { stroke: var(--ink); stroke-width: 1.5px; }
        .atlas .grid path { fill: none; stroke: var(--line); stroke-width: 1px; vector-effect: non-scaling-stroke; }
        .atlas .grid text { fill: var(--ink-3); font-size: calc(11px * var(--k)); text-anchor: start; }
        .atlas.small .grid text { display: none; }
        .atlas .line {
          fill: none; stroke: var(--ink-3); stroke-width: 1.25px; stroke-dasharray: 5 3; opacity: .8;
          vector-effect: non-scaling-stroke;
        }
        .atlas .line.named { stroke-dasharray: none; stroke-width: 1.75px; }
        .atlas .pin > path { transform: scale(var(--k)); stroke-linejoin: round; }
        .atlas .pin.in { display: none; }
        .atlas .pin.own > path { stroke: var(--surface); stroke-width: 1px; }
        .atlas .pin:is(.district, .region) > path { fill: var(--surface); stroke-width: 2px; }
        .atlas .pin.region > path { stroke-dasharray: 2 1.6; stroke-width: 1.75px; }
        .atlas .many { cursor: default; }
        .atlas .many circle { fill: var(--ink); stroke: var(--surface); stroke-width: 1.5px; transform: scale(var(--k)); }
        .atlas .many text { fill: var(--surface); font-size: calc(12px * var(--k)); font-weight: 650; }
        .atlas .many.seat circle { fill: var(--surface); stroke: var(--ink-2); stroke-dasharray: 2 1.8; }
        .atlas .many.seat text { fill: var(--ink); }
        .atlas .names .off { display: none; }
        .atlas .here > path, .atlas .many.here circle { stroke: var(--weft); stroke-width: 3px; }
        .atlas a { cursor: pointer; }
        .atlas .pin:hover > path, .atlas .many[tabindex]:hover circle { stroke: var(--weft); }
        .atlas :focus-visible { outline: none; }
        .atlas .pin:focus-visible > path, .atlas .many:focus-visible circle { stroke: var(--focus); stroke-width: 4px; }
        .sym { width: 14px; height: 14px; flex: none; display: inline-block; vertical-align: -2px; }
        .sym path { stroke: var(--surface); stroke-width: 1px; }
        :is(.pin, .sym).square path { fill: var(--c-1); }
        :is(.pin, .sym).triangle path { fill: var(--c-3); }
        :is(.pin, .sym).diamond path { fill: var(--c-4); }
        :is(.pin, .sym).circle path { fill: var(--c-2); }
        :is(.pin, .sym).trapezium path { fill: var(--c-5); }
        :is(.pin, .sym).hexagon path { fill: var(--c-6); }
        :is(.pin, .sym):is(.cross, .pentagon) path { fill: var(--c-n); }
        .pin.square:not(.own) path { stroke: var(--c-1); }
        .pin.triangle:not(.own) path { stroke: var(--c-3); }
        .pin.diamond:not(.own) path { stroke: var(--c-4); }
        .pin.circle:not(.own) path { stroke: var(--c-2); }
        .pin.trapezium:not(.own) path { stroke: var(--c-5); }
        .pin.hexagon:not(.own) path { stroke: var(--c-6); }
        .pin:is(.cross, .pentagon):not(.own) path { stroke: var(--c-n); }
        .sym:is(.district, .region) path { fill: var(--surface); stroke: var(--ink-2); stroke-width: 2px; }
        .sym.region path { stroke-dasharray: 2 1.6; stroke-width: 1.75px; }
        .sym.own path { fill: var(--ink-2); }
        .swatch { width: 22px; height: 12px; display: inline-block; border: 1px solid var(--line-2); flex: none; }
        .swatch.q1 { background: var(--q-1); }
        .swatch.q2 { background: var(--q-2); }
        .swatch.q3 { background: var(--q-3); }
        .swatch.q4 { background: var(--q-4); }
        .swatch.q5 { background: var(--q-5); }
        .swatch.none { background: repeating-linear-gradient(45deg, var(--line-2) 0 1px, transparent 1px 5px); }
        .swatch.way { height: 0; border: 0; border-top: 1.75px solid var(--ink-3); }
        .swatch.ends { height: 0; border: 0; border-top: 1.5px dashed var(--ink-3); }
        .swatch.many {
          width: 16px; height: 16px; border-radius: 50%; background: var(--ink); border: 0; color: var(--surface);
          font-size: 11px; font-weight: 650; line-height: 16px; text-align: center;
        }
        .swatch.many.seat { background: var(--surface); color: var(--ink); border: 1.5px dashed var(--ink-2); line-height: 13px; }
        .chart > .key { margin-bottom: var(--s1); }
        .chart > .key + :not(.key) { margin-top: var(--s2); }
        .fold + .grid { margin-top: var(--s5); }
        .mapside table { font-size: var(--t-2); }
        .mapside :is(td, th) { padding-inline: 6px; min-width: 0; }
        .mapside :is(td, th):first-child { padding-left: var(--s4); }
        .mapside tbody :is(th, td:not(.n)) { min-width: 0; }
        .mapside :is(td, th) .pl { white-space: normal; }
        .mapside td.n.na { white-space: nowrap; }
        .look .chart { flex: 1; }
        .mapside .tbl { max-height: 420px; }
        .mapside details > summary { cursor: pointer; font-size: var(--t-3); padding: 2px 0; }
        .mapside details > p { margin: 2px 0 var(--s2) var(--s4); }
        .mapside .panel > details { margin-top: 2px; }
        .tfoot .plain {
          border: 0; background: none; padding: 0; font-size: inherit; color: var(--link); cursor: pointer;
          text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .18em;
          text-decoration-color: color-mix(in srgb, var(--link) 35%, transparent);
        }
        .tfoot .plain:hover { color: var(--link-hover); text-decoration-color: currentColor; }
        .left-out { font-size: var(--t-1); color: var(--ink-3); margin-top: var(--s1); }
        .plot .tip b { display: block; font-weight: 650; }
        .plot .tip table { width: auto; font-size: var(--t-2); }
        .plot .tip td { padding: 1px var(--s3) 1px 0; border: 0; min-width: 0; }
        .plot .tip div { color: var(--ink-3); font-size: var(--t-1); }
        .cf {
          border-top: 1px solid var(--line); padding-top: var(--s2); margin-top: var(--s1); display: grid; gap: 2px;
          font-size: var(--t-1); color: var(--ink-3);
        }
        .cf p { max-width: 70em; }
        .cf + .twin { margin-top: var(--s1); }
        .zoom { position: absolute; right: 0; top: 0; display: grid; gap: 4px; }
        /* Without outlines marks stand up to the edge: the buttons get a line of their own. */
        .atlasbox:has(g.grid) > .zoom { position: static; display: flex; justify-content: flex-end; margin-bottom: 4px; }
        .zoom button {
          width: 32px; height: 32px; border: 1px solid var(--line-2); border-radius: var(--r2);
          background: var(--surface); color: var(--ink); font-size: 1.125rem; line-height: 1; cursor: pointer;
        }
        .zoom button:hover { border-color: var(--ink-3); }
        .zoom button[disabled] { color: var(--ink-3); cursor: default; }
        .atlasbox .card, .plot .tip {
          background: var(--raised); border: 1px solid var(--line-2); border-radius: var(--r2);
          box-shadow: var(--shadow); padding: var(--s2) var(--s3); font-size: var(--t-2); line-height: 1.45;
          color: var(--ink); max-width: min(320px, calc(100% - 16px)); width: max-content;
        }
        .atlasbox .card { position: absolute; z-index: 6; overflow-wrap: anywhere; }
        .atlasbox .card b { display: block; font-weight: 650; }
        .atlasbox .card ul { max-height: 220px; overflow: auto; margin-top: 4px; }
        .atlasbox .card li { padding: 2px 0; }
        .atlasbox .card .acts { margin-top: 6px; }
        .atlasbox .card.quiet { pointer-events: none; }
        /* What is folded on a phone stands open on a wide screen. */
        .fold > summary { cursor: pointer; font-size: var(--t-3); color: var(--link); padding: 8px 0; }
        @media (min-width: 641px) {
          @supports selector(::details-content) {
            .fold > summary { display: none; }
            .fold::details-content { display: block; block-size: auto; content-visibility: visible; }
          }
        }
        @media (max-width: 640px) {
          .fold + .grid { margin-top: var(--s2); }
          .atlas { --k: 1.5; }
          .atlas.small { --k: 1.2; }
          .atlas .names .cap { font-size: calc(12.5px * var(--k)); }
          .zoom { position: static; display: flex; justify-content: flex-end; }
          .zoom button { width: 40px; height: 40px; }
        }
        @media print {
          .zoom, .atlasbox .card { display: none !important; }
          .atlas { max-height: 170mm; }
        }
        """
}
