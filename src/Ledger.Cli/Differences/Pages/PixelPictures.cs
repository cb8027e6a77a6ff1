using Ledger.Application.Differences;
using Ledger.Cli.Drawing;
using Ledger.Cli.Screens;

namespace Ledger.Cli.Differences.Pages;

/// <summary>Which pixels the first layer still reads: how many weights of each, and which survive on one side only.</summary>
internal static class PixelPictures
{
    /// <summary>Writes the pictures.</summary>
    public static void Write(Markup page, PixelUse pixels)
    {
        var most = Math.Max(1.0, pixels.A.Concat(pixels.B).Max());
        page.Text("h3", "Pixels that the first layer reads").Element(
            "div",
            figures => figures
                .Element("figure", figure => figure.Add(GridPicture.Draw("A, by weights kept", pixels.Width, [.. pixels.A.Select(count => ("a", count / most))]).Element()))
                .Element("figure", figure => figure.Add(GridPicture.Draw("B, by weights kept", pixels.Width, [.. pixels.B.Select(count => ("b", count / most))]).Element()))
                .Element("figure", figure => figure.Add(GridPicture.Draw("read at all, by whom", pixels.Width, [.. pixels.A.Zip(pixels.B).Select(Survivor)]).Element())),
            ("class", "figures"));
        var both = pixels.A.Zip(pixels.B).Count(static pixel => pixel is { First: > 0, Second: > 0 });
        page.Text("p", $"{Numbers.Count(both)} of {Numbers.Count(pixels.A.Count)} pixels are read by both, {Numbers.Count(pixels.A.Count(static count => count > 0) - both)} by A alone, {Numbers.Count(pixels.B.Count(static count => count > 0) - both)} by B alone.", ("class", "soft"));
    }

    private static (string Style, double Opacity) Survivor((int A, int B) pixel) => pixel switch
    {
        (0, 0) => ("none", 0),
        ( > 0, 0) => ("a", 1),
        (0, > 0) => ("b", 1),
        _ => ("both", 0.45),
    };
}
