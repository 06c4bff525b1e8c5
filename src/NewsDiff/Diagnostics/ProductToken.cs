using System.Reflection;

namespace NewsDiff.Diagnostics;

/// <summary>The name and version by which servers and archives know this library.</summary>
internal static class ProductToken
{
    /// <summary>Such as <c>NewsDiff/1.2.0</c>; every build of a version has the same.</summary>
    public static string Value { get; } = "NewsDiff/" + (typeof(ProductToken).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('-', '+')[0] ?? "0");
}
