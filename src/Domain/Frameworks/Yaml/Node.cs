namespace Responsables.Domain.Frameworks.Yaml;

/// <summary>A value of the file and the line where it begins (from 1).</summary>
internal abstract record Node(int Line)
{
    /// <summary>A scalar; null when it is written <c>null</c>, <c>~</c> or nothing.</summary>
    public sealed record Scalar(int Line, string? Text, bool Plain) : Node(Line);

    public sealed record List(int Line, IReadOnlyList<Node> Items) : Node(Line);

    /// <summary>Keys in their order; a key given twice is there twice.</summary>
    public sealed record Map(int Line, IReadOnlyList<(string Key, int Line, Node Value)> Entries) : Node(Line);
}
