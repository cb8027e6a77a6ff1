using System.CommandLine;
using Ledger.Application.Rebuilds.Compact;
using Ledger.Application.Rebuilds.Forms;

namespace Ledger.Cli.Rebuilding;

/// <summary>What a rebuild writes, and where.</summary>
public sealed class RebuildOptions
{
    private const string Compact = "compact";

    private readonly Option<string?> _output = new("--out", "-o") { Description = "The file to write; default RUN-rROUND-PART here", HelpName = "file" };
    private readonly Option<bool> _plan = new("--plan") { Description = "Tell what must be computed again, compute nothing" };
    private readonly Option<string> _layout = new("--layout") { Description = "Axes as recorded (ledger), or transposed with unpacked masks (torch)", DefaultValueFactory = static _ => "ledger" };
    private readonly Option<string> _format = new("--format") { Description = "safetensors; npz for numpy; compact: seed and mask alone, of a ticket", DefaultValueFactory = static _ => "safetensors" };

    /// <summary>Options that know their values.</summary>
    public RebuildOptions()
    {
        _layout.AcceptOnlyFromAmong("ledger", "torch");
        _format.AcceptOnlyFromAmong("safetensors", "npz", Compact);
    }

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Options.Add(_output);
        verb.Options.Add(_layout);
        verb.Options.Add(_format);
        verb.Options.Add(_plan);
    }

    /// <summary>What was asked for.</summary>
    /// <exception cref="UsageException">A compact file has no layout.</exception>
    public RebuildRequest Read(ParseResult parse)
    {
        var layout = parse.GetValue(_layout) == "torch" ? AxisOrder.Torch : AxisOrder.Ledger;
        var format = parse.GetValue(_format);
        if (format == Compact && layout != AxisOrder.Ledger)
        {
            throw new UsageException("--layout torch: a compact file holds no weights to transpose; leave --layout out here and name it when `ledger rebuild FILE.compact` writes the ticket");
        }

        FileForm? form = format == Compact ? null : new FileForm(layout, format == "npz" ? TensorFormat.Npz : TensorFormat.Safetensors);
        return new RebuildRequest(parse.GetValue(_output), form, form?.Extension ?? CompactFile.Extension, parse.GetValue(_plan));
    }
}
