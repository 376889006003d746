extension StyleSheet {
    /// Losses: maps over time with their slider, paths of a loss, what stops, ranked lists that become cards on a phone.
    static let stress = """
        .atlas .area.l0:not(.none) { fill: var(--l-0); }
        .atlas .area.l1:not(.none) { fill: var(--l-1); }
        .atlas .area.l2:not(.none) { fill: var(--l-2); }
        .atlas .area.l3:not(.none) { fill: var(--l-3); }
        .atlas .area.l4:not(.none) { fill: var(--l-5); }
        .atlas .area.l5:not(.none) { fill: var(--l-6); }
        .atlas .area.here { stroke: var(--ink); stroke-width: 2.5px; }
        .picker .atlas .area.here:not(.none) { fill: var(--l-5); }
        .swatch.l0 { background: var(--l-0); }
        .swatch.l1 { background: var(--l-1); }
        .swatch.l2 { background: var(--l-2); }
        .swatch.l3 { background: var(--l-3); }
        .swatch.l4 { background: var(--l-5); }
        .swatch.l5 { background: var(--l-6); }
        .swatch.struck { border: 2.5px solid var(--ink); background: var(--surface); }
        .swatch.picked { background: var(--l-5); border: 2px solid var(--ink); }
        .slider {
          display: grid; grid-template-columns: max-content 1fr max-content; align-items: center; gap: var(--s3);
          font-size: var(--t-2); margin-block: var(--s1) var(--s2);
        }
        .slider output { font-weight: 650; font-variant-numeric: tabular-nums; min-width: 4.5em; }
        .slider input { width: 100%; accent-color: var(--warp); min-height: 28px; }
        .days { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: var(--s3); }
        .days .when { font-size: var(--t-2); font-weight: 600; text-align: center; }
        .days.paper { display: none; }
        .path .struck { background: var(--ink); border-color: var(--ink); color: var(--surface); }
        .path .hit { border-color: var(--l-4); box-shadow: inset 3px 0 0 var(--l-4); padding-left: 9px; }
        .stops { display: grid; gap: var(--s1); }
        .stops li {
          display: flex; flex-wrap: wrap; gap: 2px var(--s2); align-items: baseline; padding: 6px 0;
          border-bottom: 1px solid var(--line);
        }
        .stops li > :last-child { margin-left: auto; }
        .stops .tag { flex: none; }
        .offers { display: grid; gap: var(--s2); margin-top: var(--s3); }
        .offers h3 { font-size: var(--t-2); color: var(--ink-2); }
        .offers ul { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s2); }
        .offers .btn { min-height: 30px; padding-inline: 10px; font-size: var(--t-2); white-space: normal; text-align: left; }
        .starts { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: var(--s3); }
        .starts form { display: grid; gap: var(--s2); height: 100%; grid-template-rows: auto 1fr auto; justify-items: start; }
        .starts p { font-size: var(--t-2); color: var(--ink-2); }
        .asked + .sec { margin-top: var(--s4); }
        .asked > summary {
          cursor: pointer; display: flex; flex-wrap: wrap; gap: 2px var(--s4); align-items: baseline; font-size: var(--t-3);
          padding: 10px var(--s4); background: var(--surface); border: 1px solid var(--line); border-radius: var(--r3);
        }
        .asked > summary b { font-weight: 600; }
        .asked > summary .to { color: var(--link); margin-left: auto; text-decoration: underline; }
        .asked[open] > summary { margin-bottom: var(--s4); }
        .picker > * + * { margin-top: var(--s5); }
        .picker .form.row > .field { flex: 1; }
        .picker .panel > .muted + .form, .stops + .form { margin-top: var(--s3); }
        .deep > summary { cursor: pointer; font-size: var(--t-3); color: var(--link); padding: 6px 0; }
        .deep > .two { align-items: start; display: grid; grid-template-columns: 1fr 1fr; gap: var(--s3) var(--s4); }
        .fields { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: var(--s3); align-items: start; }

        @media (max-width: 1023px) {
          .starts { grid-template-columns: minmax(0, 1fr); }
        }
        @media (max-width: 640px) {
          .deep > .two, .fields { grid-template-columns: 1fr 1fr; }
          .days { grid-template-columns: minmax(0, 1fr); }
          .offers .btn { min-height: 40px; }
          .tbl:has(.cards) { border: 0; background: none; margin-inline: 0; max-height: none; overflow: visible; }
          .tbl table.cards { min-width: 0; display: block; }
          .cards caption { display: block; }
          .cards thead { display: none; }
          .cards tbody { display: grid; gap: var(--s2); }
          .cards tbody tr {
            display: grid; grid-template-columns: 24px minmax(0, 1fr) auto; gap: 4px 8px; background: var(--surface);
            border: 1px solid var(--line); border-radius: var(--r3); padding: 12px;
          }
          .tbl .cards tbody tr > * {
            border: 0; padding: 0; background: none; position: static; box-shadow: none; max-width: none; min-width: 0;
          }
          .cards .rk { grid-row: 1 / 9; color: var(--ink-3); text-align: left; }
          .cards .across { grid-column: 2 / -1; }
          .cards td[data-l] { text-align: left; }
          .cards td[data-l]::before { content: attr(data-l) " "; color: var(--ink-3); font-size: var(--t-1); }
        }
        @media print {
          .slider, .atlasbox.now, .picker, .asked { display: none !important; }
          .days.paper { display: grid; }
        }
        """
}
