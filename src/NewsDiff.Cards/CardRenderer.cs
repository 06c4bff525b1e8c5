using NewsDiff.Cards.Drawing;
using NewsDiff.Cards.Fonts;
using NewsDiff.Pages;

namespace NewsDiff.Cards;

/// <summary>Draws changes as pictures for sharing.</summary>
/// <remarks>
/// A card has the same bytes for the same change, options, fonts and version of the package. One renderer serves all
/// threads and remembers the fonts that it has opened.
/// </remarks>
/// <example>
/// <code>
/// using var cards = new CardRenderer();
/// ChangeCard card = cards.Render(change);
/// File.WriteAllBytes("card.png", card.Png.ToArray());
/// </code>
/// </example>
public sealed class CardRenderer : IChangePictures, IDisposable
{
    private readonly CardOptions _options;
    private readonly FontShelf _fonts;

    /// <summary>Makes a renderer.</summary>
    /// <param name="options">How cards look; null for the defaults.</param>
    /// <exception cref="ArgumentException">A file of <see cref="CardOptions.Fonts"/> is missing or no font.</exception>
    public CardRenderer(CardOptions? options = null)
    {
        _options = options ?? new CardOptions();
        _fonts = new FontShelf(_options.Fonts, _options.UsesInstalledFonts);
    }

    int IChangePictures.Width => ChangeCard.Width;

    int IChangePictures.Height => ChangeCard.Height;

    /// <summary>Draws the card of a change.</summary>
    /// <param name="change">The change.</param>
    /// <returns>The picture with its alternative text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    public ChangeCard Render(ArticleChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var content = CardContent.Of(change);
        var painter = new CardPainter(content, _options, _fonts);
        byte[] png = painter.Draw();
        return new ChangeCard { Png = png, AlternativeText = CardWords.Of(content), Missing = painter.Missing };
    }

    /// <inheritdoc/>
    public string Describe(ArticleChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return CardWords.Of(CardContent.Of(change));
    }

    /// <inheritdoc/>
    ReadOnlyMemory<byte> IChangePictures.Draw(ArticleChange change) => Render(change).Png;

    /// <summary>Closes the fonts.</summary>
    public void Dispose() => _fonts.Dispose();
}
