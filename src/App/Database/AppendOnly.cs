namespace Responsables.App.Database;

/// <summary>
/// What makes the database itself refuse to rewrite the trail, the comments, what was said of anomalies and the editions: a row never changes nor goes, the head of the trail goes
/// forward only. Made by the first migration of each engine; a migration that makes such a table anew on SQLite has to make them again.
/// </summary>
public static class AppendOnly
{
    public const string Sqlite = """
        CREATE TRIGGER trail_no_update BEFORE UPDATE ON trail BEGIN SELECT RAISE(ABORT, 'trail: append-only'); END;
        CREATE TRIGGER trail_no_delete BEFORE DELETE ON trail BEGIN SELECT RAISE(ABORT, 'trail: append-only'); END;
        CREATE TRIGGER trail_no_replace BEFORE INSERT ON trail WHEN EXISTS (SELECT 1 FROM trail WHERE "Sequence" = NEW."Sequence")
            BEGIN SELECT RAISE(ABORT, 'trail: append-only'); END;
        CREATE TRIGGER answer_comments_no_update BEFORE UPDATE ON answer_comments BEGIN SELECT RAISE(ABORT, 'answer_comments: append-only'); END;
        CREATE TRIGGER answer_comments_no_delete BEFORE DELETE ON answer_comments BEGIN SELECT RAISE(ABORT, 'answer_comments: append-only'); END;
        CREATE TRIGGER answer_comments_no_replace BEFORE INSERT ON answer_comments WHEN EXISTS (SELECT 1 FROM answer_comments WHERE "Id" = NEW."Id")
            BEGIN SELECT RAISE(ABORT, 'answer_comments: append-only'); END;
        CREATE TRIGGER anomaly_acts_no_update BEFORE UPDATE ON anomaly_acts BEGIN SELECT RAISE(ABORT, 'anomaly_acts: append-only'); END;
        CREATE TRIGGER anomaly_acts_no_delete BEFORE DELETE ON anomaly_acts BEGIN SELECT RAISE(ABORT, 'anomaly_acts: append-only'); END;
        CREATE TRIGGER editions_no_update BEFORE UPDATE ON editions BEGIN SELECT RAISE(ABORT, 'editions: append-only'); END;
        CREATE TRIGGER editions_no_delete BEFORE DELETE ON editions BEGIN SELECT RAISE(ABORT, 'editions: append-only'); END;
        CREATE TRIGGER edition_parts_no_update BEFORE UPDATE ON edition_parts BEGIN SELECT RAISE(ABORT, 'edition_parts: append-only'); END;
        CREATE TRIGGER edition_parts_no_delete BEFORE DELETE ON edition_parts BEGIN SELECT RAISE(ABORT, 'edition_parts: append-only'); END;
        CREATE TRIGGER edition_acts_no_update BEFORE UPDATE ON edition_acts BEGIN SELECT RAISE(ABORT, 'edition_acts: append-only'); END;
        CREATE TRIGGER edition_acts_no_delete BEFORE DELETE ON edition_acts BEGIN SELECT RAISE(ABORT, 'edition_acts: append-only'); END;
        CREATE TRIGGER restatements_no_update BEFORE UPDATE ON restatements BEGIN SELECT RAISE(ABORT, 'restatements: append-only'); END;
        CREATE TRIGGER restatements_no_delete BEFORE DELETE ON restatements BEGIN SELECT RAISE(ABORT, 'restatements: append-only'); END;
        CREATE TRIGGER editions_no_replace BEFORE INSERT ON editions WHEN EXISTS (SELECT 1 FROM editions WHERE "Number" = NEW."Number")
            BEGIN SELECT RAISE(ABORT, 'editions: append-only'); END;
        CREATE TRIGGER edition_parts_no_replace BEFORE INSERT ON edition_parts WHEN EXISTS (SELECT 1 FROM edition_parts WHERE "Edition" = NEW."Edition" AND "Name" = NEW."Name")
            BEGIN SELECT RAISE(ABORT, 'edition_parts: append-only'); END;
        CREATE TRIGGER edition_acts_no_replace BEFORE INSERT ON edition_acts WHEN EXISTS (SELECT 1 FROM edition_acts WHERE "Edition" = NEW."Edition" AND "Sequence" = NEW."Sequence")
            BEGIN SELECT RAISE(ABORT, 'edition_acts: append-only'); END;
        CREATE TRIGGER restatements_no_replace BEFORE INSERT ON restatements WHEN EXISTS (SELECT 1 FROM restatements WHERE "Edition" = NEW."Edition" AND "Node" = NEW."Node" AND "Indicator" = NEW."Indicator" AND "Breakdown" = NEW."Breakdown")
            BEGIN SELECT RAISE(ABORT, 'restatements: append-only'); END;
        CREATE TRIGGER report_text_versions_no_update BEFORE UPDATE ON report_text_versions BEGIN SELECT RAISE(ABORT, 'report_text_versions: append-only'); END;
        CREATE TRIGGER report_text_versions_no_delete BEFORE DELETE ON report_text_versions BEGIN SELECT RAISE(ABORT, 'report_text_versions: append-only'); END;
        CREATE TRIGGER edition_documents_no_update BEFORE UPDATE ON edition_documents BEGIN SELECT RAISE(ABORT, 'edition_documents: append-only'); END;
        CREATE TRIGGER edition_documents_no_delete BEFORE DELETE ON edition_documents BEGIN SELECT RAISE(ABORT, 'edition_documents: append-only'); END;
        CREATE TRIGGER edition_documents_no_replace BEFORE INSERT ON edition_documents WHEN EXISTS (SELECT 1 FROM edition_documents WHERE "Edition" = NEW."Edition" AND "Name" = NEW."Name")
            BEGIN SELECT RAISE(ABORT, 'edition_documents: append-only'); END;
        CREATE TRIGGER report_logos_no_replace BEFORE INSERT ON report_logos WHEN EXISTS (SELECT 1 FROM report_logos WHERE "Sha256" = NEW."Sha256")
            BEGIN SELECT RAISE(ABORT, 'report_logos: append-only'); END;
        CREATE TRIGGER report_logos_no_update BEFORE UPDATE ON report_logos BEGIN SELECT RAISE(ABORT, 'report_logos: append-only'); END;
        CREATE TRIGGER report_logos_no_delete BEFORE DELETE ON report_logos BEGIN SELECT RAISE(ABORT, 'report_logos: append-only'); END;
        CREATE TRIGGER trail_head_no_delete BEFORE DELETE ON trail_head BEGIN SELECT RAISE(ABORT, 'trail: append-only'); END;
        CREATE TRIGGER trail_head_no_return BEFORE UPDATE ON trail_head WHEN NEW."Sequence" <= OLD."Sequence" OR NEW."Id" <> OLD."Id"
            BEGIN SELECT RAISE(ABORT, 'trail: append-only'); END;
        """;

    public const string Postgres = """
        CREATE FUNCTION trail_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'trail: append-only'; END $$;
        CREATE TRIGGER trail_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON trail FOR EACH STATEMENT EXECUTE FUNCTION trail_refuse();
        CREATE TRIGGER answer_comments_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON answer_comments FOR EACH STATEMENT EXECUTE FUNCTION trail_refuse();
        CREATE TRIGGER anomaly_acts_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON anomaly_acts FOR EACH STATEMENT EXECUTE FUNCTION trail_refuse();
        CREATE TRIGGER editions_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON editions FOR EACH STATEMENT EXECUTE FUNCTION trail_refuse();
        CREATE TRIGGER edition_parts_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON edition_parts FOR EACH STATEMENT EXECUTE FUNCTION trail_refuse();
        CREATE TRIGGER edition_acts_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON edition_acts FOR EACH STATEMENT EXECUTE FUNCTION trail_refuse();
        CREATE TRIGGER restatements_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON restatements FOR EACH STATEMENT EXECUTE FUNCTION trail_refuse();
        CREATE TRIGGER report_text_versions_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON report_text_versions FOR EACH STATEMENT EXECUTE FUNCTION trail_refuse();
        CREATE TRIGGER edition_documents_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON edition_documents FOR EACH STATEMENT EXECUTE FUNCTION trail_refuse();
        CREATE TRIGGER report_logos_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON report_logos FOR EACH STATEMENT EXECUTE FUNCTION trail_refuse();
        CREATE TRIGGER trail_head_no_delete BEFORE DELETE OR TRUNCATE ON trail_head FOR EACH STATEMENT EXECUTE FUNCTION trail_refuse();
        CREATE TRIGGER trail_head_no_return BEFORE UPDATE ON trail_head FOR EACH ROW
            WHEN (NEW."Sequence" <= OLD."Sequence" OR NEW."Id" <> OLD."Id") EXECUTE FUNCTION trail_refuse();
        """;

    public const string PostgresUndone = "DROP FUNCTION trail_refuse() CASCADE;";
}
