namespace Responsables.Domain.Frameworks.Yaml;

/// <summary>Reads the commitments, topics and objectives of a framework.</summary>
internal sealed class TreeReader(IndicatorReader indicators)
{
    private readonly HashSet<string> commitments = [];
    private readonly HashSet<string> topics = [];
    private readonly HashSet<string> objectives = [];

    /// <summary>The codes of the objectives that were read.</summary>
    public IReadOnlySet<string> Objectives => objectives;

    public IReadOnlyList<Commitment> Read(MapReader file) => file.Maps("commitments", Commitment, least: 1);

    private Commitment Commitment(MapReader map)
    {
        var commitment = new Commitment(
            map.PrintedCode("code", commitments),
            map.Integer("number"),
            map.Shown("title"),
            map.Text("short_title"),
            map.Code("domain"),
            map.Text("summary"),
            map.Maps("topics", Topic, least: 1));
        map.Close();
        return commitment;
    }

    private Topic Topic(MapReader map)
    {
        var (code, title) = (map.PrintedCode("code", topics), map.Shown("title"));
        var own = map.Maps("objectives", Objective, least: 1);
        var sheet = SheetReader.Read(map.Map("sheet"), own.Select(o => o.Code).ToHashSet());
        map.Close();
        return new(code, title, sheet, own);
    }

    private Objective Objective(MapReader map)
    {
        var objective = new Objective(map.PrintedCode("code", objectives), map.Shown("title"), map.Maps("indicators", indicators.Read));
        map.Close();
        return objective;
    }
}
