namespace Responsables.Reports.Documents.Packages;

/// <summary>What is carried in the program itself.</summary>
internal static class Resources
{
    public static string Text(string name)
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"No resource {name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
