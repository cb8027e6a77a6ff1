namespace Ledger.Arithmetic.Fast;

/// <summary>target[c, r] = source[r, c]: by <see cref="Squares"/>, threads sharing the columns.</summary>
internal unsafe struct Transposition
{
    private float* _source, _target;
    private int _rows, _columns;
    private nint _stride;

    /// <summary>Writes the <paramref name="columns"/> columns as rows of <paramref name="stride"/> elements.</summary>
    public static void Run(ThreadTeam team, float* source, int rows, int columns, float* target, nint stride)
    {
        var task = new Transposition { _source = source, _target = target, _rows = rows, _columns = columns, _stride = stride };
        team.Run(&RunPart, &task);
    }

    private static void RunPart(void* argument, int part, int parts)
    {
        var task = (Transposition*)argument;
        var squares = (task->_columns + 3) / 4;
        var end = Math.Min(squares * (part + 1) / parts * 4, task->_columns);
        for (var column = squares * part / parts * 4; column < end; column += 4)
        {
            Squares.Transpose(task->_source + column, task->_columns, task->_rows, Math.Min(4, end - column), task->_target + column * task->_stride, task->_stride);
        }
    }
}
