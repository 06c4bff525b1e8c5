using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace NewsDiff.Tool.Site;

/// <summary>Keeps the keys of forms' tokens in memory: nothing is written into the user's folder.</summary>
/// <remarks>They live as long as the process; a form of an earlier one is answered as too old.</remarks>
internal sealed class MemoryKeys : IXmlRepository
{
    private readonly List<XElement> _keys = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_keys)
        {
            return [.. _keys];
        }
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_keys)
        {
            _keys.Add(element);
        }
    }
}
