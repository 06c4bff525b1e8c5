using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NewsDiff.TestSupport;

/// <summary>
/// Adds class names and ids to pages such as build tools and databases make: hashes, which change with every build.
/// </summary>
public sealed class VolatileNames
{
    private const string Hex = "0123456789abcdef";
    private const string Base36 = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private readonly Random _random;

    private VolatileNames(int seed) => _random = new Random(seed);

    /// <summary>The page as a parser writes it, without any change.</summary>
    public static string Rewrite(string html) => Rewrite(html, _ => { });

    /// <summary>The page with a new class name on every element of its body, and an id on each that has none.</summary>
    public static string AddTo(string html, int seed)
    {
        var names = new VolatileNames(seed);
        return Rewrite(html, element =>
        {
            element.ClassList.Add(names.Next());
            element.Id ??= names.Next();
        });
    }

    private static string Rewrite(string html, Action<IElement> change)
    {
        using IHtmlDocument document = new HtmlParser().ParseDocument(html);
        foreach (IElement element in document.Body?.QuerySelectorAll("*").ToArray() ?? [])
        {
            change(element);
        }

        return document.DocumentElement.OuterHtml;
    }

    private string Next() => _random.Next(10) switch
    {
        0 => Some(Hex, 20),
        1 => "block-" + Some(Hex, 32),
        2 => "elementor-element-" + Some(Hex, 7),
        3 => NewId(),
        4 => NewId().ToUpperInvariant(),
        5 => "css-" + Some(Base36, 6),
        6 => "sc-" + Some(Letters, 6),
        7 => "_" + Some(Letters + "0123456789", 6),
        8 => "Story_root__" + Some(Letters + "0123456789", 5),
        _ => Some(Letters + "0123456789", _random.Next(5, 12)),
    };

    private string NewId() => $"{Some(Hex, 8)}-{Some(Hex, 4)}-{Some(Hex, 4)}-{Some(Hex, 4)}-{Some(Hex, 12)}";

    private string Some(string alphabet, int count) =>
        string.Create(count, alphabet, (span, letters) => _random.GetItems(letters.AsSpan(), span));
}
