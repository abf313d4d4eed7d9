extension Migration005 {
    /// Where sites and hazards are, and how close two hazards of a category are likely to be one. After the table of the
    /// hazards has been made anew, since an index goes with its table.
    ///
    /// No event before it tells a position, so that the R*Tree of an upgraded ledger is as empty as that of a new one.
    static let placesSQL = """
        ALTER TABLE site ADD COLUMN latitude REAL CHECK (latitude BETWEEN -90 AND 90);
        ALTER TABLE site ADD COLUMN longitude REAL CHECK (longitude BETWEEN -180 AND 180)
            CHECK ((latitude IS NULL) = (longitude IS NULL));
        ALTER TABLE category ADD COLUMN radius INTEGER CHECK (radius BETWEEN 1 AND 5000);
        CREATE TABLE hazard_place (
            hazard TEXT PRIMARY KEY REFERENCES hazard (id),
            latitude REAL NOT NULL CHECK (latitude BETWEEN -90 AND 90),
            longitude REAL NOT NULL CHECK (longitude BETWEEN -180 AND 180)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX hazard_open ON hazard (site, category) WHERE state NOT IN ('closed', 'void');
        -- In millionths of a degree, of what is open.
        CREATE VIRTUAL TABLE hazard_position USING rtree_i32(
            number, min_latitude, max_latitude, min_longitude, max_longitude, +hazard TEXT);

        """
}
