using System.Text;

namespace Ledger.Cli.Lineages;

/// <summary>A lineage in Mermaid's language, which pages of code hosts draw.</summary>
internal static class LineageMermaid
{
    /// <summary>The text.</summary>
    public static string Of(DrawnLineage lineage)
    {
        var text = new StringBuilder("graph TD\n");
        foreach (var round in lineage.Boxes.GroupBy(static box => box.Round))
        {
            var indent = round.Key is null ? "  " : "    ";
            text.Append(round.Key is { } number ? $"  subgraph r{number}[\"round {number}\"]\n" : "");
            foreach (var box in round)
            {
                text.Append($"{indent}{box.Name}[\"{string.Join("<br/>", new[] { box.Title, box.Detail, box.Digest.ToShortString() }.Where(static line => line.Length > 0).Select(Escape))}\"]\n");
            }

            text.Append(round.Key is null ? "" : "  end\n");
        }

        foreach (var arrow in lineage.Arrows)
        {
            text.Append($"  {arrow.From} -->|{Escape(arrow.Role)}| {arrow.To}\n");
        }

        return text.ToString();
    }

    private static string Escape(string text) =>
        text.Replace("#", "#35;", StringComparison.Ordinal).Replace("\"", "#quot;", StringComparison.Ordinal).Replace("<", "#lt;", StringComparison.Ordinal).Replace(">", "#gt;", StringComparison.Ordinal).Replace("|", "#124;", StringComparison.Ordinal);
}
