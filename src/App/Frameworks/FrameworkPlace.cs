using System.Globalization;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;

namespace Responsables.App.Frameworks;

/// <summary>Where a fault stands in a framework file, as it is shown.</summary>
public static class FrameworkPlace
{
    public static Problem Told(FrameworkFault fault, string? file = null)
    {
        var place = Of(fault);
        return new Problem(fault.Code, file is null ? place : $"{file}, {place}", [.. fault.Arguments]);
    }

    public static string Of(FrameworkFault fault)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"ligne {fault.Line}");
        return fault.Path.Length == 0 ? line : $"{line}, {fault.Path}";
    }
}
