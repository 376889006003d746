extension StyleSheet {
    /// Paper: light whatever the screen is, nothing that only works on a screen, every table whole, and in place of the
    /// word "source" the numbers of the paragraphs.
    static let print = """
        @media print {
          :root:root:root {
            color-scheme: light;
            \(light)
            --paper: #fff; --sunken: #f2f2f2; --ink: #000; --ink-2: #222; --ink-3: #444; --line: #bbb;
            --line-2: #777; --link: #000; --soft: #f2f2f2;
          }
          @page {
            size: A4; margin: 14mm 14mm 16mm;
            @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt sans-serif; color: #444; }
          }
          .nav, .crumbs, .foot nav, .find, .form, .acts, .tools, .skip, .tfoot nav, .twin > summary {
            display: none !important;
          }
          body { font-size: 9.5pt; line-height: 1.4; }
          h1 { font-size: 18pt; }
          h2, .panel > h2 { font-size: 12pt; }
          .head { margin-bottom: 8pt; }
          .lead { font-size: 10.5pt; max-width: none; }
          .stack > * + *, .stack > .tblock + *, .stack > .figs + * { margin-top: 9pt; }
          .panel { border: 0; border-radius: 0; padding: 0; }
          .panel > :is(h2, h3) + :not(p) { margin-top: 4pt; }
          .finds > li { padding: 3pt 0; }
          main { padding: 0; }
          .wrap { max-width: none; padding-inline: 0; }
          .top { border-bottom: 1px solid var(--line); margin-bottom: 8pt; }
          .sec { margin-top: 16pt; }
          .grid { display: block; }
          .grid > * { margin-bottom: 10pt; }
          .verbs { display: block; columns: 2; column-gap: 18pt; border: 0; background: none; }
          .verb { border: 0; padding: 0 0 8pt; break-inside: avoid; }
          .tbl, .tbl.free {
            overflow: visible; max-height: none !important; border: 0; border-top: 1px solid var(--line); border-radius: 0;
          }
          table, .tbl table, .tbl table.wide { min-width: 0; font-size: 8.5pt; }
          thead { display: table-header-group; position: static; }
          th, td { padding: 2pt 5pt; }
          .tbl :is(th, td):first-child { position: static; box-shadow: none; }
          tr, .fig, .plot, .atlasbox, .finds > li, .figs, .panel:has(> .rows) { break-inside: avoid; }
          h2, h3, caption, figcaption { break-after: avoid; }
          .figs .fig:nth-child(n) { grid-column: auto; border: 0 solid var(--line); border-width: 1px 0 0 1px; padding: 5pt 8pt; }
          .figs .v { font-size: 15pt; }
          \(columns)
          .refs { columns: 2; column-gap: 16pt; font-size: 7.5pt; }
          .refs h2 { column-span: all; }
          .refs .ref { break-inside: avoid; }
          .refs .ref + .ref { margin-top: 0; padding-top: 4pt; border-top: 0; }
          .refs li { grid-template-columns: 52pt 1fr; padding: 0; font-size: 7.5pt; }
          .rows { font-size: 8pt; column-gap: 8pt; }
          .rows > :is(dt, dd) { padding: 2pt 0; }
          .foot { display: none; }
          .twin::details-content, .refs details::details-content { display: block; content-visibility: visible; }
          .plot > div, .plot svg, .plot canvas { max-width: 100% !important; }
          .src > summary { display: none; }
          .src::details-content { display: inline; content-visibility: visible; }
          .src .pop, .src.end .pop, .tbl:not(.free) .src .pop {
            display: inline; position: static; width: auto; max-height: none; padding: 0; border: 0;
            box-shadow: none; font-size: 7pt; overflow: visible;
          }
          .src .pop dl, .src .pop dd.ps { display: inline; font-size: 7pt; margin-right: 2pt; }
          .src .pop dd.ps a { white-space: nowrap; }
          .src.word > summary { display: inline; color: inherit; border: 0; }
          .src.word::details-content { display: none; }
          th.o:last-child { width: 24%; }
          .src .pop :is(dt, .of, p), .src .pop dd:not(.ps) { display: none; }
          a { text-decoration: none; }
          * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }
        """

    /// Key figures stand in rows of as many as on a wide screen.
    private static let columns = [("two", 2), ("three", 3), ("four", 4), ("five", 5)].map { name, count in
        """
        .figs.\(name) { grid-template-columns: repeat(\(count), minmax(0, 1fr)); }
          .figs.\(name) .fig:nth-child(\(count)n+1) { border-left-width: 0; }
          .figs.\(name) .fig:nth-child(-n+\(count)) { border-top-width: 0; }
        """
    }.joined(separator: "\n          ")
}
