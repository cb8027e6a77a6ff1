namespace Ledger.Training.Networks;

/// <summary>Networks of one paper that differ in depth, width or form; a member takes images of any extents that its layers accept, and any number of classes.</summary>
/// <param name="Members">By name.</param>
public sealed record NetworkFamily(IReadOnlyDictionary<string, Func<Features, int, NetworkDescription>> Members)
{
    /// <summary>One family.</summary>
    /// <param name="forms">What each member's name stands for.</param>
    /// <param name="build">Puts a form's layers on a stack that holds the input, down to so many classes.</param>
    internal static NetworkFamily Of<T>(IEnumerable<(string Name, T Form)> forms, Action<LayerStack, T, int> build) => new(forms.ToDictionary(
        static member => member.Name,
        member => (Func<Features, int, NetworkDescription>)((input, classes) =>
        {
            var layers = new LayerStack(input);
            build(layers, member.Form, classes);
            return new NetworkDescription(input, layers.Layers);
        }),
        StringComparer.Ordinal));
}
