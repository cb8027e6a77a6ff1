namespace Ledger.Cli.Drawing;

/// <summary>Colours of drawings and pages: one side blue, the other orange, what both have grey; light and dark.</summary>
public static class Palette
{
    /// <summary>The style sheet of every drawing.</summary>
    public const string Rules = """

        :root { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --rule: #d1d9e0; --paper: #ffffff; --card: #f6f8fa; --a: #0b62d0; --b: #c4520a; --both: #7a8390; --good: #1a7f37; --bad: #cf222e; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9198a1; --rule: #343b44; --paper: #0d1117; --card: #151b23; --a: #58a6ff; --b: #f0883e; --both: #8b949e; --good: #3fb950; --bad: #f85149; } }
        svg { max-width: 100%; height: auto; font: 12px system-ui, "Segoe UI", sans-serif; }
        svg text { fill: var(--ink); }
        svg text.soft, svg text.tick { fill: var(--soft); }
        svg text.tick { font-size: 11px; }
        svg text.strong { font-weight: 600; }
        svg text.mono { font: 11px ui-monospace, "DejaVu Sans Mono", monospace; }
        svg text.on { fill: var(--paper); }
        .grid { stroke: var(--rule); stroke-width: 1; }
        .axis { stroke: var(--soft); stroke-width: 1; }
        .chance { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 3 2; }
        polyline.a, polyline.b, polyline.both { fill: none; stroke-width: 1.75; stroke-linejoin: round; }
        polyline.a { stroke: var(--a); stroke-width: 3.5; stroke-opacity: .6; }
        polyline.b { stroke: var(--b); }
        polyline.both { stroke: var(--both); }
        path.link { fill: none; stroke: var(--both); stroke-width: 1.25; }
        rect.a, circle.a { fill: var(--a); }
        rect.b, circle.b { fill: var(--b); }
        rect.both, circle.both { fill: var(--both); }
        rect.none { fill: var(--card); }
        rect.box { fill: var(--card); stroke: var(--rule); }
        rect.box-a { fill: var(--card); stroke: var(--a); }
        rect.box-b { fill: var(--card); stroke: var(--b); }
        rect.box-bad { fill: var(--card); stroke: var(--bad); stroke-width: 2; }

        """;
}
