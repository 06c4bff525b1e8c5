using NewsDiff.Cards.Drawing;
using NewsDiff.Cards.Fonts;
using NewsDiff.Pages;
using NewsDiff.Pages.Texts;

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
        return Render(change, TextsFor(site: null));
    }

    /// <inheritdoc/>
    public string Describe(ArticleChange change, string language)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(language);
        PageTexts texts = TextsFor(language);
        return CardWords.Of(CardContent.Of(change, texts), texts);
    }

    /// <inheritdoc/>
    ReadOnlyMemory<byte> IChangePictures.Draw(ArticleChange change, string language) =>
        Render(change, TextsFor(language)).Png;

    private PageTexts TextsFor(string? site) => PageTexts.Of(_options.Language ?? site ?? "en");

    private ChangeCard Render(ArticleChange change, PageTexts texts)
    {
        var content = CardContent.Of(change, texts);
        var painter = new CardPainter(content, _options, _fonts);
        byte[] png = painter.Draw();
        string words = CardWords.Of(content, texts);
        if (painter.LacksOwnWords && texts.Language != "en")
        {
            painter = new CardPainter(CardContent.Of(change, PageTexts.Of("en")), _options, _fonts);
            png = painter.Draw();
        }

        return new ChangeCard { Png = png, AlternativeText = words, Missing = painter.Missing };
    }

    /// <summary>Closes the fonts.</summary>
    public void Dispose() => _fonts.Dispose();
}
