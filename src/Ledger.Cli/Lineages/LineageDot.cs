using System.Text;

namespace Ledger.Cli.Lineages;

/// <summary>A lineage in the language of Graphviz.</summary>
internal static class LineageDot
{
    /// <summary>The text.</summary>
    public static string Of(DrawnLineage lineage)
    {
        var text = new StringBuilder($"digraph lineage {{\n  label={Quoted(lineage.Title)};\n  node [shape=box, fontname=\"monospace\"];\n");
        foreach (var round in lineage.Boxes.GroupBy(static box => box.Round))
        {
            var indent = round.Key is null ? "  " : "    ";
            text.Append(round.Key is { } number ? $"  subgraph cluster_{number} {{\n    label=\"round {number}\";\n" : "");
            foreach (var box in round)
            {
                text.Append($"{indent}{box.Name} [label={Quoted([box.Title, box.Detail, box.Digest.ToShortString()])}];\n");
            }

            text.Append(round.Key is null ? "" : "  }\n");
        }

        foreach (var arrow in lineage.Arrows)
        {
            text.Append($"  {arrow.From} -> {arrow.To} [label={Quoted(arrow.Role)}];\n");
        }

        return text.Append("}\n").ToString();
    }

    private static string Quoted(params IEnumerable<string> lines) =>
        $"\"{string.Join("\\n", lines.Where(static line => line.Length > 0).Select(static line => line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)))}\"";
}
