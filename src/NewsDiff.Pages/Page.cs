using NewsDiff.Pages.Texts;

namespace NewsDiff.Pages;

/// <summary>The content of one page. Write it with <see cref="PageRenderer"/>.</summary>
public abstract record Page
{
    private protected Page()
    {
    }

    /// <summary>The address of the page.</summary>
    public abstract PageAddress Address { get; }

    /// <summary>The title before the site's name; empty to show the site's name alone.</summary>
    public abstract string Title { get; }

    /// <summary>The time of the latest data if the store is behind; null otherwise.</summary>
    /// <remarks>The default is null. It is for a store that copies another one; the page tells the time.</remarks>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The title in the language of the page.</summary>
    internal virtual string TitleIn(PageTexts texts) => Title;

    /// <summary>Whether search engines are asked to leave the page out.</summary>
    internal virtual bool IsUnlisted => false;

    /// <summary>Whether it sends forms, which must tell the server that they are its own.</summary>
    internal virtual bool HasForms => false;

    /// <summary>The page's own script, which its policy allows; null for none.</summary>
    internal virtual string? Script => null;

    internal abstract void WriteBody(PageHtml html);
}
