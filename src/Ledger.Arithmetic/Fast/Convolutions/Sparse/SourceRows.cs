using Ledger.Arithmetic.Fast.Sparse;

namespace Ledger.Arithmetic.Fast.Convolutions.Sparse;

/// <summary>The rows of a map that chains are about to read, of one group of samples: a ring, transposed row by row as they come into reach.</summary>
internal unsafe struct SourceRows
{
    /// <summary>[sample, row, column, channel].</summary>
    public float* Map;
    public int Samples, Rows, Columns;
    public RowLayout Layout;

    /// <summary>Room for <see cref="Slots"/> rows, as many as a kernel has.</summary>
    public float* Room;
    public int Slots;

    private int _group, _next;

    /// <summary>Zeros in the room: nothing but the columns of the map is written later.</summary>
    public readonly void Clear() => new Span<float>(Room, checked(Slots * Layout.Size)).Clear();

    /// <summary>Goes to the top of another group of samples.</summary>
    public void Restart(int group) => (_group, _next) = (group, 0);

    /// <summary>Makes rows up to <paramref name="last"/> readable, from <paramref name="first"/> on; both only grow until the next restart.</summary>
    public void Load(int first, int last)
    {
        for (_next = Math.Max(_next, first); _next <= last; _next++)
        {
            Transpose(Map, Samples, Rows, Columns, _group, _next, Layout, Layout.Channels, Row(_next));
        }
    }

    /// <summary>A row that is loaded.</summary>
    public readonly float* Row(int row) => Room + (nint)(row % Slots) * Layout.Size;

    /// <summary>Transposes the first <paramref name="channels"/> channels of a group's row.</summary>
    public static void Transpose(float* map, int samples, int rows, int columns, int group, int row, in RowLayout layout, int channels, float* target)
    {
        var first = group * layout.Lanes;
        var sample = (nint)rows * columns * layout.Channels;
        var source = map + first * sample + (nint)row * columns * layout.Channels;
        for (var column = 0; column < columns; column++)
        {
            Squares.Transpose(source + (nint)column * layout.Channels, sample, Math.Min(layout.Lanes, samples - first), channels, target + layout.At(column), layout.Channel);
        }
    }
}
