namespace NewsDiff.Pages;

/// <summary>Makes the pictures that services show beside a link to a comparison.</summary>
/// <remarks><c>CardRenderer</c> of NewsDiff.Cards is one. Several threads may call it at once.</remarks>
public interface IChangePictures
{
    /// <summary>The width of each picture in pixels.</summary>
    int Width { get; }

    /// <summary>The height of each picture in pixels.</summary>
    int Height { get; }

    /// <summary>Says in words what the picture of a change shows.</summary>
    /// <param name="change">The change.</param>
    /// <param name="language">The language of the site: one of <see cref="PageRenderer.Languages"/>.</param>
    /// <returns>The alternative text.</returns>
    string Describe(ArticleChange change, string language);

    /// <summary>Draws the picture of a change.</summary>
    /// <param name="change">The change.</param>
    /// <param name="language">The language of the site: one of <see cref="PageRenderer.Languages"/>.</param>
    /// <returns>A PNG file.</returns>
    ReadOnlyMemory<byte> Draw(ArticleChange change, string language);
}
