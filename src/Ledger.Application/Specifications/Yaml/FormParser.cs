using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Ledger.Application.Specifications.Yaml;

/// <summary>
/// Reads one YAML document. The library's own document model stops at the first duplicate key; this one keeps them, so that all
/// findings can be reported at once.
/// </summary>
internal static class FormParser
{
    private const int DeepestNesting = 32;

    /// <summary>The document's root, or null if there is none.</summary>
    /// <exception cref="FormException">The text is not YAML, holds several documents, or uses anchors, aliases or tags.</exception>
    public static FormNode? Parse(string text)
    {
        try
        {
            return Document(new Parser(new StringReader(text)));
        }
        catch (YamlException exception)
        {
            throw new FormException((int)exception.Start.Line, $"is not YAML from here: {exception.Message}");
        }
    }

    private static FormNode? Document(Parser parser)
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            return null;
        }

        var root = Node(parser, 0);
        parser.Consume<DocumentEnd>();
        return parser.Accept<DocumentStart>(out var second)
            ? throw new FormException(LineOf(second), "a second document starts here: keep one document a file")
            : root;
    }

    private static FormNode Node(Parser parser, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new FormException(LineOf(parser.Current!), $"is nested more than {DeepestNesting} deep: no file needs such depth");
        }

        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            throw new FormException(LineOf(alias), $"'*{alias.Value}' stands for another value: write the value itself");
        }

        return Plain(parser.Consume<NodeEvent>()) switch
        {
            Scalar scalar => new FormScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, LineOf(scalar)),
            SequenceStart start => new FormSequence(Items(parser, depth), LineOf(start)),
            var start => new FormMapping(Entries(parser, depth), LineOf(start)),
        };
    }

    private static List<FormNode> Items(Parser parser, int depth)
    {
        var items = new List<FormNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(parser, depth + 1));
        }

        return items;
    }

    private static List<FormEntry> Entries(Parser parser, int depth)
    {
        var entries = new List<FormEntry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(parser, depth + 1) as FormScalar ?? throw new FormException(LineOf(parser.Current!), "a key must be a single word");
            entries.Add(new FormEntry(key.Text, Node(parser, depth + 1), key.Line));
        }

        return entries;
    }

    private static NodeEvent Plain(NodeEvent node) =>
        node.Anchor.IsEmpty && node.Tag.IsEmpty
            ? node
            : throw new FormException(LineOf(node), "anchors (&) and tags (!) have no place here: write the value alone");

    private static int LineOf(ParsingEvent parsed) => (int)parsed.Start.Line;
}
