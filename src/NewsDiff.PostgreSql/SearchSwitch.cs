namespace NewsDiff.PostgreSql;

/// <summary>Whether the database was last seen with a search index.</summary>
/// <remarks>An append that finds this out of date is repeated: see <see cref="VersionInsert"/>.</remarks>
internal sealed class SearchSwitch
{
    private volatile bool _isOn;

    /// <summary>Whether appends write to the index.</summary>
    public bool IsOn
    {
        get => _isOn;
        set => _isOn = value;
    }
}
