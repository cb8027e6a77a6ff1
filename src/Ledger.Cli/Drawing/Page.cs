namespace Ledger.Cli.Drawing;

/// <summary>One self-contained file of HTML: no scripts, nothing from elsewhere, readable on light and dark screens and on paper.</summary>
public static class Page
{
    private const string Rules = """

        body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 62rem; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", sans-serif; }
        h1 { font-size: 1.6rem; margin: 0 0 .25rem; line-height: 1.25; }
        h2 { font-size: 1.15rem; margin: 2.25rem 0 .5rem; padding-top: .75rem; border-top: 1px solid var(--rule); }
        h3 { font-size: 1rem; margin: 1.25rem 0 .4rem; }
        p { margin: .4rem 0; }
        p.soft, td.soft, .soft { color: var(--soft); }
        code, td.mono { font: .9em ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
        .card { background: var(--card); border: 1px solid var(--rule); border-left: 4px solid var(--both); border-radius: 6px; padding: .8rem 1rem; margin: 1rem 0; }
        .card.same { border-left-color: var(--good); }
        .card.asked { border-left-color: var(--b); }
        .card.wrong { border-left-color: var(--bad); }
        .card strong { font-size: 1.1rem; }
        .figures { display: flex; flex-wrap: wrap; gap: 1rem 1.5rem; align-items: flex-start; }
        figure { margin: .5rem 0; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; margin: .5rem 0; font-variant-numeric: tabular-nums; }
        th, td { padding: .22rem .7rem; text-align: right; border-bottom: 1px solid var(--rule); vertical-align: top; }
        th { font-weight: 600; color: var(--soft); white-space: nowrap; }
        th:first-child, td:first-child, td.left, th.left { text-align: left; }
        td.left { overflow-wrap: anywhere; white-space: pre-line; }
        td.a, th.a, .a { color: var(--a); }
        td.b, th.b, .b { color: var(--b); }
        summary { cursor: pointer; margin: .5rem 0; }
        .key { display: inline-block; width: .75em; height: .75em; border-radius: 2px; margin: 0 .35em 0 .9em; vertical-align: baseline; }
        .key.a { background: var(--a); } .key.b { background: var(--b); } .key.both { background: var(--both); }
        @media print { body { max-width: none; padding: 0; } h2 { break-after: avoid; } figure { break-inside: avoid; } }

        """;

    /// <summary>The file.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="body">Writes what is in it.</param>
    public static string Of(string title, Action<Markup> body)
    {
        var page = new Markup().Element(
            "html",
            html => html
                .Element("head", head => head
                    .Empty("meta", ("charset", "utf-8"))
                    .Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"))
                    .Text("title", title)
                    .Style(Palette.Rules + Rules))
                .Element("body", body),
            ("lang", "en"));
        return $"<!DOCTYPE html>\n{page}";
    }
}
