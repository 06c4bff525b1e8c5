namespace NewsDiff.Pages;

/// <summary>What one page shows. Write it with <see cref="PageRenderer"/>.</summary>
public abstract record Page
{
    private protected Page()
    {
    }

    /// <summary>Where the page stands.</summary>
    public abstract PageAddress Address { get; }

    /// <summary>The title before the site's name; empty to show the site's name alone.</summary>
    public abstract string Title { get; }

    /// <summary>Whether search engines are asked to leave the page out.</summary>
    internal virtual bool IsUnlisted => false;

    internal abstract void WriteBody(PageHtml html);
}
