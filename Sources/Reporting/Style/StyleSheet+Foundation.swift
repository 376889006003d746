extension StyleSheet {
    /// Elements as they are without a class, and the page's grid.
    static let foundation = """
        *, *::before, *::after { box-sizing: border-box; }
        html { font-size: 16px; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 72px; }
        body {
          margin: 0; background: var(--paper); color: var(--ink); font: 400 var(--t-4)/1.6 var(--sans);
          text-rendering: optimizeLegibility;
        }
        :lang(zh) { line-break: strict; }
        :lang(zh) body, body:lang(zh) { line-height: 1.7; }
        h1, h2, h3, h4, p, ul, ol, dl, dd, figure, table, pre { margin: 0; padding: 0; }
        h1, h2, h3, h4 { font-weight: 650; line-height: 1.25; text-wrap: balance; }
        h1 { font-size: var(--t-7); letter-spacing: -.012em; }
        h2 { font-size: var(--t-6); letter-spacing: -.006em; }
        h3 { font-size: var(--t-4); }
        h4 { font-size: var(--t-3); }
        :lang(zh) h1, :lang(zh) h2 { letter-spacing: 0; }
        /* Chinese titles break after punctuation or a space, not inside a word. */
        :lang(zh) :is(h1, h2, h3, figcaption b, .finds b, .fig > dt) {
          word-break: keep-all; overflow-wrap: anywhere; text-wrap: wrap;
        }
        p { max-width: 42em; overflow-wrap: break-word; }
        a {
          color: var(--link); text-decoration: underline; text-decoration-thickness: 1px;
          text-underline-offset: .18em;
          text-decoration-color: color-mix(in srgb, var(--link) 35%, transparent);
        }
        a:hover { color: var(--link-hover); text-decoration-color: currentColor; }
        ul, ol { list-style: none; }
        button, input, select, textarea { font: inherit; color: inherit; }
        img, svg { display: block; max-width: 100%; }
        fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
        [hidden] { display: none !important; }
        :focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: var(--r1); }
        .num, td.n, th.n { font-variant-numeric: tabular-nums lining-nums; }
        .small { font-size: var(--t-2); }
        .muted { color: var(--ink-3); }
        .nowrap { white-space: nowrap; }
        .line { display: block; }
        .vh {
          position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
          white-space: nowrap;
        }
        .wrap {
          max-width: var(--page); margin-inline: auto; padding-inline: var(--s5); box-sizing: content-box;
        }
        main { padding-block: var(--s5) var(--s8); }
        code, .id { font-family: var(--mono); font-size: .86em; overflow-wrap: anywhere; }
        .id { color: var(--ink-3); }

        .head { display: grid; gap: var(--s2); margin-bottom: var(--s5); }
        .lead { font-size: 1.0625rem; color: var(--ink-2); max-width: 46em; }
        .grid { display: grid; grid-template-columns: repeat(12, minmax(0, 1fr)); gap: var(--s5); }
        .c3 { grid-column: span 3; }
        .c4 { grid-column: span 4; }
        .c5 { grid-column: span 5; }
        .c6 { grid-column: span 6; }
        .c7 { grid-column: span 7; }
        .c8 { grid-column: span 8; }
        .c9 { grid-column: span 9; }
        .c12 { grid-column: 1 / -1; }
        .sec { margin-top: var(--s7); }
        .sec > h2 { margin-bottom: var(--s3); }
        .sec > h2:has(+ p) { margin-bottom: 2px; }
        .sec > p { color: var(--ink-2); margin-bottom: var(--s4); }
        .stack > * + * { margin-top: var(--s4); }
        .stack > .tblock + *, .stack > .figs + * { margin-top: var(--s5); }
        .panel {
          background: var(--surface); border: 1px solid var(--line); border-radius: var(--r3);
          padding: var(--s4) var(--s5) var(--s5); min-width: 0;
        }
        .panel > h2 { font-size: var(--t-5); }
        .panel > :is(h2, h3) + p { color: var(--ink-2); font-size: var(--t-3); margin-top: 2px; }
        .panel > :is(h2, h3) + :not(p) { margin-top: var(--s3); }

        @media (max-width: 1023px) {
          .c3, .c4, .c5, .c6, .c7, .c8, .c9 { grid-column: 1 / -1; }
        }
        @media (max-width: 640px) {
          html { scroll-padding-top: 48px; }
          h1 { font-size: 1.625rem; }
          h2 { font-size: var(--t-5); }
          .wrap { padding-inline: var(--s4); }
          main { padding-block: var(--s4) var(--s7); }
          .sec { margin-top: var(--s6); }
          .grid { gap: var(--s4); }
          .panel { padding: var(--s4); }
        }
        @media (prefers-reduced-motion: no-preference) {
          a, .btn { transition: color .12s, background-color .12s; }
        }
        """
}
