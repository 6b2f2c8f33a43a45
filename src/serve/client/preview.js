// The preview's script: reloads the page when there is a newer edition.
