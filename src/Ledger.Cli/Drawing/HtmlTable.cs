namespace Ledger.Cli.Drawing;

/// <summary>Tables of a page.</summary>
public static class HtmlTable
{
    /// <summary>A table; a column's heading may begin with the class of its cells and a colon, as in <c>a:kept</c>.</summary>
    public static Markup Table(this Markup page, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        var columns = headings.Select(static heading => heading.Split(':', 2) is [var style, var name] ? (Style: style, Name: name) : (Style: null, Name: heading)).ToArray();
        return page.Element(
            "div",
            box => box.Element("table", table =>
            {
                table.Element("tr", row => Array.ForEach(columns, column => row.Text("th", column.Name, ("class", column.Style))));
                foreach (var cells in rows)
                {
                    table.Element("tr", row =>
                    {
                        foreach (var (column, cell) in columns.Zip(cells))
                        {
                            row.Text("td", cell, ("class", column.Style));
                        }
                    });
                }
            }),
            ("class", "wide"));
    }
}
