namespace Ledger.Training.Networks.Layers;

/// <summary>main(x) + shortcut(x); a shortcut without layers is x itself (He et al. 2016).</summary>
/// <param name="Name">Stable name, for messages.</param>
/// <param name="Main">The main path.</param>
/// <param name="Shortcut">The path around it.</param>
public sealed record ResidualLayer(string Name, IReadOnlyList<Layer> Main, IReadOnlyList<Layer> Shortcut) : Layer
{
    /// <inheritdoc/>
    public override string Title => Name;

    /// <inheritdoc/>
    public override Features After(Features input)
    {
        var (main, shortcut) = (After(Main, input), After(Shortcut, input));
        return main == shortcut ? main : throw new NetworkException($"{Name}: its main path ends with {main}, its shortcut with {shortcut}; they must be equal");
    }

    /// <inheritdoc/>
    public override IEnumerable<TensorDescription> Tensors() => Main.Concat(Shortcut).SelectMany(static layer => layer.Tensors());

    /// <inheritdoc/>
    public bool Equals(ResidualLayer? other) => other is not null && Name == other.Name && Main.SequenceEqual(other.Main) && Shortcut.SequenceEqual(other.Shortcut);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    private static Features After(IReadOnlyList<Layer> layers, Features input)
    {
        foreach (var layer in layers)
        {
            input = layer.After(input);
        }

        return input;
    }
}
