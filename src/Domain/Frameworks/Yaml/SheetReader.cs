namespace Responsables.Domain.Frameworks.Yaml;

/// <summary>Reads the sheet of a topic.</summary>
internal static class SheetReader
{
    /// <summary>The sheet; the objectives that its actions name must be among those of its topic.</summary>
    public static TopicSheet Read(MapReader map, IReadOnlySet<string> objectives)
    {
        var pages = map.Map("pages");
        var sheet = new TopicSheet(
            map.Text("about"),
            map.Maps("iso26000", m => Closed(m, new Iso26000Clause(m.OptionalText("clause"), m.Shown("title")))),
            map.Maps("sdgs", m => Closed(m, new SdgReference(m.Integer("number"), m.Shown("title")))),
            map.Maps("references", m => Closed(m, new LegalReference(m.OptionalText("group"), m.Text("text"), m.OptionalText("url")))),
            map.Texts("stakeholders"),
            map.Maps("actions", m => Closed(m, Action(m, objectives))),
            map.Maps("glossary", m => Closed(m, new GlossaryEntry(m.Text("term"), m.Text("definition")))))
        {
            Pages = Closed(pages, new SheetPages(pages.OptionalInteger("sheet"), pages.OptionalInteger("indicators"))),
        };
        return Closed(map, sheet);
    }

    private static TypicalAction Action(MapReader map, IReadOnlySet<string> objectives)
    {
        var objective = map.OptionalText("objective");
        if (objective is not null && !objectives.Contains(objective))
        {
            map.Fault("objective", FaultCodes.UnknownObjective, objective);
        }

        return new(objective, map.OptionalText("group"), map.Text("text"));
    }

    private static T Closed<T>(MapReader map, T value)
    {
        map.Close();
        return value;
    }
}
