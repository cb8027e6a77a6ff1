using Ledger.Cli.Screens;

namespace Ledger.Cli.History;

/// <summary>Writes rows as they come: comma-separated values, or with <c>--json</c> one object a line.</summary>
internal sealed class RowWriter(Screen screen)
{
    /// <summary>Writes all rows.</summary>
    public async Task Write<T>(IAsyncEnumerable<T> rows, string columns, Func<T, string> line, CancellationToken cancellation)
        where T : notnull
    {
        if (!screen.IsJson)
        {
            screen.Line(columns);
        }

        await foreach (var row in rows.WithCancellation(cancellation))
        {
            screen.Line(screen.IsJson ? JsonText.Line(row) : line(row));
        }
    }
}
